// Holds what the goals said, and the reports they wrote, against the files named expected.*, byte for byte.
import groovy.json.JsonSlurper

// Without what differs between machines and releases; commits are named by ten digits.
String neutral(String text) {
    text.replace(basedir.canonicalPath, 'BASEDIR').replace(version, 'VERSION').replaceAll(/\b[0-9a-f]{10}\b/, 'COMMIT')
}

// The lines of our goals, each under its name, and why the build failed; up to a second run with many threads.
String said() {
    List<String> lines = []
    boolean ours = false
    for (String line : new File(basedir, 'build.log').readLines('UTF-8')) {
        if (line.contains('Using the MultiThreadedBuilder')) {
            break
        }
        def goal = line =~ /^\[INFO\] --- plumbline(?:-maven-plugin)?:[^:]+:(\S+ \(\S+\)) @ (\S+) ---$/
        def failed = line =~ /^\[ERROR\] Failed to execute goal dev\.plumbline:[^:]+:[^:]+:(.*?)(?: -> \[Help 1\])?$/
        if (goal) {
            ours = true
            lines << "--- ${goal[0][1]} @ ${goal[0][2]}".toString()
        } else if (failed) {
            lines << "FAILED ${failed[0][1]}".toString()
        } else if (line =~ /^\[INFO\] (---|<<<|>>>|Reactor Summary|BUILD|Building)|^\[INFO\] -*<|^\[INFO\] -+$/) {
            ours = false
        } else if (ours && !(line =~ /^\[INFO\] (Download|Copying )|^\[WARNING\] Could not transfer metadata/)) {
            lines << line
        }
    }
    String text = lines.join('\n').replaceAll(/(?m)(^\[INFO\] ?\n)+(?=---|FAILED)/, '').replaceAll(/(\n\[INFO\] ?)+$/, '')
    neutral(text + '\n')
}

void holds(String name, String actual) {
    File expected = new File(basedir, name)
    if (refresh == 'true') {
        new File(basedir, "../../../src/it/${basedir.name}/${name}").setText(actual, 'UTF-8')
    } else if (!expected.exists() || expected.getText('UTF-8') != actual) {
        new File(basedir, "actual-${name}").setText(actual, 'UTF-8')
        assert false: "${basedir.name}/${name} is not what was found, which is in target/it/${basedir.name}/actual-${name};" +
            " if it should be, run: mvn verify -pl maven-plugin -am -DskipTests -Dplumbline.refresh=true"
    }
}

holds('expected.txt', said())
File json = new File(basedir, 'target/plumbline.json')
if (json.exists()) {
    holds('expected.json', neutral(json.getText('UTF-8')))
}
File sarif = new File(basedir, 'target/plumbline.sarif')
if (sarif.exists()) {
    def runs = new JsonSlurper().parse(sarif).runs
    assert runs.size() == 1
    runs[0].results.each { assert !it.locations[0].physicalLocation.artifactLocation.uri.startsWith('/') }
}
return true
