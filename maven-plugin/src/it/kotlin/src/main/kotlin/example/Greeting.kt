package example

class Greeting(private val words: String) {

    fun to(guest: String): String = "$words, $guest"
}
