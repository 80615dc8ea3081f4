evaluate(new File(basedir, '../../../src/it/shared/expected.groovy'))
['json', 'sarif'].each { format ->
    File alone = new File(basedir, "target/plumbline.${format}")
    File parallel = new File(basedir, "target/parallel.${format}")
    assert alone.bytes == parallel.bytes
}
return true
