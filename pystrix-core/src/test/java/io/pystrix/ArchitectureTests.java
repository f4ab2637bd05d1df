package io.pystrix;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
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

	@Test
	void interfaceThatUsersDoNotImplementSaysSo() {
		classes().that()
			.areInterfaces()
			.and()
			.arePublic()
			.and()
			.areNotAnnotations()
			.and()
			.resideOutsideOfPackages("..internal")
			.should(beFunctionalOrNotForImplementation())
			.check(this.core);
	}

	private static ArchCondition<JavaClass> beFunctionalOrNotForImplementation() {
		return new ArchCondition<>("have at most one method to implement, or be marked as not for implementation") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				long methods = type.getMethods()
					.stream()
					.filter((method) -> method.getModifiers().contains(JavaModifier.ABSTRACT))
					.count();
				boolean isFine = methods <= 1 || type.isAnnotatedWith(NotForImplementation.class)
						|| type.reflect().isSealed();
				events.add(new SimpleConditionEvent(type, isFine, type.getName() + " has " + methods + " methods"));
			}

		};
	}

	@Test
	void whatUsersReadCanGrow() {
		classes().that()
			.areRecords()
			.and()
			.arePublic()
			.and()
			.resideInAnyPackage("io.pystrix.ami", "io.pystrix.ami.live", "io.pystrix.ami.control")
			.should()
			.haveSimpleName("AmiEndpoint")
			.orShould()
			.haveSimpleName("DialplanPosition")
			.orShould()
			.haveSimpleName("LiveParty")
			.because("a record that gains a component breaks its callers")
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
