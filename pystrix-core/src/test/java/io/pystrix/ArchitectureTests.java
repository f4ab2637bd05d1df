package io.pystrix;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What keeps the rooms apart.
 */
class ArchitectureTests {

	private final JavaClasses core = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.pystrix.ami", "io.pystrix.agi", "io.pystrix.internal");

	@Test
	void packagesHaveNoCycles() {
		slices().matching("io.pystrix.(**)").should().beFreeOfCycles().check(this.core);
	}

	@Test
	void coreKnowsNoFramework() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.pystrix..", "java..", "javax.net.ssl..", "org.slf4j..",
					"org.jspecify.annotations..")
			.check(this.core);
	}

	@Test
	void amiDoesNotKnowAgi() {
		noClasses().that()
			.resideInAPackage("io.pystrix.ami..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.pystrix.agi..")
			.check(this.core);
	}

	@Test
	void theEngineOfAmiKnowsNoMessages() {
		noClasses().that()
			.resideInAPackage("io.pystrix.ami.internal")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.pystrix.ami")
			.check(this.core);
	}

	@Test
	void eachInternalPackageServesItsOwnSideAlone() {
		noClasses().that()
			.resideOutsideOfPackage("io.pystrix.agi..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.pystrix.agi.internal")
			.check(this.core);
	}

}
