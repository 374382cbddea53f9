package dev.ward.command;

import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Tokens;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes tokens for the REST interface, straight in the database.
@Command(
        name = "token",
        description = "Makes tokens for the REST interface.",
        mixinStandardHelpOptions = true,
        subcommands = TokenCommand.Create.class)
final class TokenCommand {

    /// Prints the token alone on standard output, since it is shown only now.
    @Command(
            name = "create",
            description = "Makes a token and prints it; it cannot be shown again.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {

        @Mixin
        private PlatformOptions options = new PlatformOptions();

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "administrator, product-security, clinical-safety, quality-regulatory, field-service"
                        + " or auditor")
        private String role = "";

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "What the token is for")
        private String name = "";

        @Override
        public Integer call() {
            try (PlainDatabase database = PlainDatabase.migrated(options.data("ward"))) {
                System.out.println(Tokens.over(database.dataSource(), Clock.systemUTC())
                        .createToken(role, name)
                        .secret());
                return 0;
            } catch (AccountTrouble e) {
                throw new Refusal(String.valueOf(e.getMessage()));
            }
        }
    }
}
