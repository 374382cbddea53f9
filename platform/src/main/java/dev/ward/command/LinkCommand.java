package dev.ward.command;

import dev.ward.audit.Actor;
import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Identities;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a one-time link by which somebody chooses a new password, straight in the database: the way back in for the
/// last administrator.
@Command(
        name = "link",
        description = "Makes a one-time link by which a person chooses a new password.",
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Parameters(paramLabel = "EMAIL", description = "The address with which the person signs in")
    private String email = "";

    @Option(
            names = "--reset-second-factor",
            description = "Take the person's authenticator app and recovery codes away too")
    private boolean resets;

    @Override
    public Integer call() {
        try (PlainDatabase database = PlainDatabase.migrated(options.data("ward"))) {
            Identities identities = Identities.over(database.dataSource(), Clock.systemUTC());
            Actor commandLine = Actor.machine("command line");
            String code = identities.accounts().inviteAgain(commandLine, email);
            if (resets) {
                identities.secondFactors().reset(commandLine, email);
            }
            String address = Objects.requireNonNullElse(System.getenv("WARD_PUBLIC_URL"), "")
                    .strip()
                    .replaceAll("/$", "");
            System.out.println(address + "/invitation?code=" + code);
            if (address.isEmpty()) {
                System.err.println("Open it behind the address of this Ward. It works once, and for three days.");
            }
            return 0;
        } catch (AccountTrouble e) {
            throw new Refusal(e.words());
        }
    }
}
