package io.pystrix;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
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
	void theWireKnowsNoMessages() {
		noClasses().that()
			.resideInAPackage("io.pystrix.ami.internal")
			.should()
			.dependOnClassesThat(
					resideInAPackage("io.pystrix.ami..").and(not(resideInAPackage("io.pystrix.ami.internal"))))
			.check(this.core);
	}

	@Test
	void messagesDoNotKnowTheClient() {
		noClasses().that()
			.resideInAnyPackage("io.pystrix.ami.message", "io.pystrix.ami.action", "io.pystrix.ami.event")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.pystrix.ami", "io.pystrix.ami.live", "io.pystrix.ami.control")
			.check(this.core);
	}

	@Test
	void theLiveStateDoesNotKnowWhatCanBeDone() {
		noClasses().that()
			.resideInAPackage("io.pystrix.ami.live")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.pystrix.ami.control")
			.check(this.core);
	}

	/**
	 * What one package needs is package-private in it, what several packages of one side
	 * need is in the internal package of that side, and what both sides need is in
	 * io.pystrix.internal.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "agi", "ami" })
	void internalPackageServesItsOwnSideAlone(String side) {
		noClasses().that()
			.resideOutsideOfPackage("io.pystrix." + side + "..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.pystrix." + side + ".internal")
			.check(this.core);
	}

}
