package example;

class Half {

    private final Nowhere nowhere = new Nowhere();

    void start(Runnable task) {
        new Thread(task).run();
    }

    int size() {
        return nowhere.
    }
}
