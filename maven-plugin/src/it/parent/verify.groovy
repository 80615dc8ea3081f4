evaluate(new File(basedir, '../../../src/it/shared/expected.groovy'))
