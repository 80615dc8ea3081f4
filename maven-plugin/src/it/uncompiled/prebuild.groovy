evaluate(new File(basedir, '../../../src/it/shared/worktree.groovy'))
