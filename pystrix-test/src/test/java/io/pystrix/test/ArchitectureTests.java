package io.pystrix.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What keeps the kit independent of what it tests.
 */
class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.pystrix.test");

	@Test
	void knowsNoClassOfTheLibrary() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.pystrix.ami..", "io.pystrix.agi..", "io.pystrix.spring..")
			.check(this.classes);
	}

	@Test
	void needsOnlyTheJdkSlf4jAndJspecifyAtRunTime() {
		noClasses().that()
			.doNotHaveFullyQualifiedName("io.pystrix.test.agi.AgiCallAssert")
			.and()
			.resideOutsideOfPackage("io.pystrix.test.junit")
			.should()
			.dependOnClassesThat()
			.resideOutsideOfPackages("java..", "io.pystrix.test..", "org.slf4j..", "org.jspecify..")
			.check(this.classes);
	}

	@Test
	void nothingNeedsTheAssertionsThatNeedAssertJ() {
		noClasses().that()
			.doNotHaveFullyQualifiedName("io.pystrix.test.agi.AgiCallAssert")
			.and()
			.doNotHaveFullyQualifiedName("io.pystrix.test.agi.AgiAssertions")
			.should()
			.dependOnClassesThat()
			.haveSimpleName("AgiCallAssert")
			.check(this.classes);
	}

	@Test
	void nothingNeedsThePackageThatNeedsJunit() {
		noClasses().that()
			.resideOutsideOfPackage("io.pystrix.test.junit")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.pystrix.test.junit")
			.check(this.classes);
	}

	@Test
	void hasNoCyclesBetweenPackages() {
		slices().matching("io.pystrix.(**)").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void keepsTheHalvesApart() {
		noClasses().that()
			.resideInAPackage("io.pystrix.test.ami")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.pystrix.test.agi")
			.check(this.classes);
	}

}
