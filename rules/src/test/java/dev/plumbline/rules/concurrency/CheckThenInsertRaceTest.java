package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class CheckThenInsertRaceTest {

    private static final String ACCOUNTS = """
        import java.util.Optional;
        import org.springframework.data.repository.CrudRepository;
        interface Accounts extends CrudRepository<Account, Long> {
            boolean existsByMail(String mail);
            Optional<Account> findByMail(String mail);
            Account findFirstByMail(String mail);
        }
        class Account {
            private final String mail;
            private String name;
            Account(String mail) {
                this.mail = mail;
            }
            void rename(String name) {
                this.name = name;
            }
        }
        """;

    private final RuleTest rule = RuleTest.of(new CheckThenInsertRace());

    @Test
    void askedAndInserted() {
        rule.on(ACCOUNTS, """
            import org.springframework.web.bind.annotation.*;
            @RestController
            class SignUp {
                private final Accounts accounts;
                SignUp(Accounts accounts) {
                    this.accounts = accounts;
                }
                @PostMapping("/a")
                void exists(String mail) {
                    if (!accounts.existsByMail(mail)) {
                        accounts.save(new Account(mail)); // bug: two requests can both get past `existsByMail`
                    }
                }
                @PostMapping("/b")
                void optional(String mail) {
                    if (accounts.findByMail(mail).isPresent()) {
                        throw new IllegalStateException(mail);
                    }
                    accounts.save(new Account(mail)); // bug: two requests can both get past `findByMail`
                }
                @PostMapping("/c")
                void nullTest(String mail) {
                    Account account = accounts.findFirstByMail(mail);
                    if (account == null) {
                        account = new Account(mail);
                        accounts.save(account); // bug: two requests can both
                    }
                }
                @PostMapping("/d")
                void lambda(String mail) {
                    accounts.findByMail(mail).orElseGet(() -> accounts.save(new Account(mail))); // missed: in a lambda
                }
            }
            """);
    }

    @Test
    void updatesLocksHandlersAndStartUp() {
        rule.on(ACCOUNTS, """
            import org.springframework.boot.CommandLineRunner;
            import org.springframework.dao.DataIntegrityViolationException;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class SignUp {
                private final Accounts accounts;
                SignUp(Accounts accounts) {
                    this.accounts = accounts;
                }
                @PostMapping("/a")
                void update(String mail) {
                    Account account = accounts.findFirstByMail(mail);
                    if (account == null) {
                        throw new IllegalStateException(mail);
                    }
                    account.rename("x");
                    accounts.save(account); // fine: the row is there
                }
                @PostMapping("/b")
                void handled(String mail) {
                    if (!accounts.existsByMail(mail)) {
                        try {
                            accounts.save(new Account(mail)); // fine: the violation is handled
                        } catch (DataIntegrityViolationException e) {
                            System.out.println("exists already");
                        }
                    }
                }
                @PostMapping("/c")
                synchronized void locked(String mail) {
                    if (!accounts.existsByMail(mail)) {
                        accounts.save(new Account(mail)); // fine: one at a time
                    }
                }
                void seed(String mail) {
                    if (!accounts.existsByMail(mail)) {
                        accounts.save(new Account(mail)); // fine: no request leads here
                    }
                }
            }
            """.replace("import org.springframework.boot.CommandLineRunner;\n", ""));
    }

    @Test
    void anAdviceHandlesTheViolation() {
        rule.on(ACCOUNTS, """
            import org.springframework.dao.DataIntegrityViolationException;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class SignUp {
                private final Accounts accounts;
                SignUp(Accounts accounts) {
                    this.accounts = accounts;
                }
                @PostMapping("/a")
                void exists(String mail) {
                    if (!accounts.existsByMail(mail)) {
                        accounts.save(new Account(mail)); // fine: there is an advice
                    }
                }
                @ExceptionHandler(DataIntegrityViolationException.class)
                String conflict() {
                    return "exists already";
                }
            }
            """);
    }
}
