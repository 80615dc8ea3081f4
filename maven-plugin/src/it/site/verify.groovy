String page = new File(basedir, 'target/site/plumbline.html').getText('UTF-8')
['Sessions.java', 'lock-leak-on-exception', 'Why:', 'Instead:', 'with class files'].each { assert page.contains(it) }
return true
