package dev.ward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private final Path folder;

    DataFolderTest(@TempDir Path parent) {
        this.folder = parent.resolve("ward");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void refusesASecondWardOnItsFolder() {
        try (DataFolder first = DataFolder.open(folder);
                DataFolder second = DataFolder.open(folder)) {
            first.claim();

            assertThatThrownBy(second::claim)
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessageContaining("another Ward is running");
        }
    }

    @Test
    void makesAFolderThatOnlyItsOwnerMayLookInto() throws IOException {
        DataFolder.open(folder).close();

        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void closesAFolderThatOthersCouldLookInto() throws IOException {
        Files.createDirectory(folder);
        Path credentials = Files.writeString(folder.resolve("credentials.properties"), "postgres=secret");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-r--r--"));

        DataFolder.open(folder).close();

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(credentials)).isEqualTo("rw-------");
    }

    @Test
    void refusesAFolderOfAnotherUser() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a folder away");
        Files.createDirectory(folder);
        Files.setAttribute(folder, "unix:uid", 65_534);

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("belongs to");
        assertThat(permissions(folder)).isNotEqualTo("rwx------");
    }
}
