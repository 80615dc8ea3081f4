# Written by `plumbline docs`.

_plumbline() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= words= i
    # Bash takes `--option=value` for three words.
    if [ "$word" = = ]; then
        word=
    elif [ "$before" = = ]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$command ${COMP_WORDS[i]}" in
            ' scan') command=scan ;;
            ' pr') command=pr ;;
            ' calibrate') command=calibrate ;;
            ' baseline') command=baseline ;;
            'baseline create') command=baseline/create ;;
            'baseline prune') command=baseline/prune ;;
            ' init') command=init ;;
            ' rules') command=rules ;;
            ' explain') command=explain ;;
        esac
    done
    case "$command $before" in
        'scan --fail-on') words='none note warning error' ;;
        'scan --format') words='text json sarif codescanning github gitlab checkstyle junit' ;;
        'scan --report') words='text json sarif codescanning github gitlab checkstyle junit' ;;
        'pr --format') words='text markdown json sarif github gitlab checkstyle junit' ;;
        'pr --report') words='text markdown json sarif github gitlab checkstyle junit' ;;
    esac
    if [ -z "$words" ] && [ "${word:0:1}" = - ]; then
        case $command in
            '') words='-h --help -V --version' ;;
            'scan') words='--baseline --classes --classpath --config --exclude --fail-on --format --import --include --no-color --no-config --output --packs --report --rules --spotbugs --threads -h --help -V --version' ;;
            'pr') words='--base --base-classes --base-dir --classes --classpath --config --exclude --format --head --head-dir --import --include --no-color --no-config --output --packs --report --rules --spotbugs --threads -h --help -V --version' ;;
            'calibrate') words='--classpath --from --months --output --since --threads -h --help -V --version' ;;
            'baseline') words='-h --help -V --version' ;;
            'baseline/create') words='--classes --classpath --config --exclude --file --import --include --no-config --packs --rules --spotbugs --threads -h --help -V --version' ;;
            'baseline/prune') words='--classes --classpath --config --exclude --file --import --include --no-config --packs --rules --spotbugs --threads -h --help -V --version' ;;
            'init') words='-h --help -V --version' ;;
            'rules') words='-h --help -V --version' ;;
            'explain') words='-h --help -V --version' ;;
        esac
    elif [ -z "$words" ]; then
        case $command in
            '') words='scan pr calibrate baseline init rules explain' ;;
            'baseline') words='create prune' ;;
            'explain') words='async-exception-lost async-then-immediate-join blocking-in-event-loop blocking-while-locked cause-dropped check-then-insert-race concurrent-map-compound context-lost-across-async guarded-by-violation inconsistent-synchronization interrupt-lost lazy-init-race lock-leak-on-exception lock-on-unstable-identity lock-order-inversion lost-update-read-modify-write nonthreadsafe-object-shared pool-self-deadlock redis-lock-unsafe remote-call-no-timeout resource-leak-on-path scheduled-task-dies shared-bean-mutable-state silent-default-on-failure success-reported-after-failure this-escape thread-run-direct unbounded-cache unsafe-collection-shared volatile-compound-update vthread-misuse wait-not-in-loop wait-notify-misuse' ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o bashdefault -o default -F _plumbline plumbline
