// Paths in reports begin at the git work tree: each project is one of its own, wherever this checkout lies.
new File(basedir, '.git').mkdirs()
return true
