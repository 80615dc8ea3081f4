// Main has a class without defects; the work tree has one that was rewritten.
import java.nio.file.Files
import java.nio.file.StandardCopyOption

def git = { String... words ->
    def identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false']
    def process = ['git', *identity, *words].execute(null, basedir)
    def said = process.inputStream.text + process.errorStream.text
    assert process.waitFor() == 0: said
}
git('init', '--quiet', '--initial-branch=main')
new File(basedir, '.gitignore').text = 'target\n*.log\nchange\n'
git('add', '.')
git('commit', '--quiet', '-m', 'Sessions')
git('checkout', '--quiet', '-b', 'rewrite')
Files.copy(new File(basedir, 'change/example/Sessions.java').toPath(),
    new File(basedir, 'src/main/java/example/Sessions.java').toPath(), StandardCopyOption.REPLACE_EXISTING)
return true
