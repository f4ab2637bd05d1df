package io.pystrix.spring.boot.autoconfigure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Tests for how this module is built.
 */
class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.pystrix.spring");

	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices().matching("io.pystrix.spring.(**)").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void annotationsDoNotNeedSpringBoot() {
		noClasses().that()
			.resideInAnyPackage("io.pystrix.spring.agi", "io.pystrix.spring.ami", "io.pystrix.spring.support")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(this.classes);
	}

	@Test
	void theCoresInternalsAreLeftAlone() {
		noClasses().should().dependOnClassesThat().resideInAPackage("io.pystrix..internal..").check(this.classes);
	}

	@Test
	void autoConfigurationsArePublicFinalAndHaveNoPublicMembers() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration")
			.andShould(haveNoPublicMembers())
			.check(this.classes);
	}

	@Test
	void beanMethodsAreNotPublicAndConditionsOnClassesStandOnClasses() {
		methods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.notBePublic()
			.andShould()
			.notBePrivate()
			.andShould()
			.notBeAnnotatedWith(ConditionalOnClass.class)
			.check(this.classes);
	}

	@Test
	void nothingIsScanned() {
		noClasses().should().beAnnotatedWith(ComponentScan.class).check(this.classes);
	}

	@Test
	void failureAnalyzersAreNotPublic() {
		classes().that().areAssignableTo(FailureAnalyzer.class).should().notBePublic().check(this.classes);
	}

	@Test
	void fieldsAreNotPublicButConstants() {
		fields().that().arePublic().should().beStatic().andShould().beFinal().check(this.classes);
	}

	@Test
	void nullsAreMarkedInEveryPackage() {
		classes().should(new ArchCondition<>("live in a @NullMarked package") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(type, marked, type.getName()));
			}

		}).check(this.classes);
	}

	private static ArchCondition<JavaClass> haveNoPublicMembers() {
		return new ArchCondition<>("have no public members") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getMembers().forEach((member) -> {
					// A class that has no constructor of its own is given a public one
					boolean open = member.getModifiers().contains(JavaModifier.PUBLIC)
							&& !(member instanceof JavaConstructor);
					events.add(new SimpleConditionEvent(member, !open, member.getFullName()));
				});
			}

		};
	}

}
