package dev.weft.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may import whom: the plan of the house, as a test.
class LayersTest {
    private static final String ROOT = "dev.weft.";

    /// Whatever imports a test library is a test: main code has none on its path.
    private static final DescribedPredicate<JavaClass> TESTS = DescribedPredicate.describe(
            "tests",
            type -> type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .anyMatch(name -> name.startsWith("org.junit.") || name.startsWith("org.assertj.")));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.weft")
            .that(not(TESTS));

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource(delimiter = '|', textBlock = """
        core     |
        net      | core
        host     | core
        model    | net core
        iptables |
        """)
    void modulesImportOnlyWhatIsBelowThem(String module, String below) {
        seesOnly(module + "..", packages(module, below));
    }

    @ParameterizedTest(name = "net.{0} sees {1}")
    @CsvSource(delimiter = '|', textBlock = """
        iproute        |
        names          |
        namespace      | iproute
        netfilter.hook | iproute namespace
        link           | iproute namespace netfilter.hook
        ip             | iproute namespace netfilter.hook link
        transport      | iproute namespace netfilter.hook link ip
        socket         | iproute namespace netfilter.hook link ip transport
        tunnel         | iproute namespace netfilter.hook link ip transport socket
        netfilter      | iproute names namespace link ip transport
        """)
    void partsOfTheKernelImportOnlyWhatIsBelowThem(String part, String below) {
        var allowed = Stream.concat(
                Stream.of("core.."), Stream.of(packages(part, below)).map(name -> "net." + name));
        seesOnly("net." + part + "..", allowed.toArray(String[]::new));
    }

    @Test
    void oneKindOfDeviceNeverSeesAnother() {
        slices().matching(ROOT + "net.link.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages = HOUSE.stream().map(JavaClass::getPackage).distinct();
        assertThat(packages.filter(LayersTest::lacksNullMarked).map(JavaPackage::getName))
                .isEmpty();
    }

    private static boolean lacksNullMarked(JavaPackage pack) {
        return !pack.isAnnotatedWith(NullMarked.class);
    }

    private static void seesOnly(String part, String... allowed) {
        var targets = Stream.concat(
                        Stream.of("java..", "org.jspecify.."),
                        Stream.of(allowed).map(ROOT::concat))
                .toArray(String[]::new);
        classes()
                .that(resideInAnyPackage(ROOT + part))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(targets))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static String[] packages(String own, String below) {
        var names = below == null ? own : own + " " + below;
        return Stream.of(names.split(" ")).map(name -> name + "..").toArray(String[]::new);
    }
}
