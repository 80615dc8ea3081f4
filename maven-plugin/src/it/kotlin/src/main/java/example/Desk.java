package example;

class Desk {

    private final Greeting greeting = new Greeting("Good morning");

    String greet(String guest) {
        return greeting.to(guest);
    }
}
