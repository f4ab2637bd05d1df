package io.pystrix.agi.command;

import io.pystrix.agi.AgiDatabaseException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DatabaseCommandTests {

	@Test
	void lines() {
		assertThat(new DatabasePut("fam", "key", "val ue").line()).isEqualTo("DATABASE PUT \"fam\" \"key\" \"val ue\"");
		assertThat(new DatabaseGet("fam", "key").line()).isEqualTo("DATABASE GET \"fam\" \"key\"");
		assertThat(new DatabaseDel("fam", "key").line()).isEqualTo("DATABASE DEL \"fam\" \"key\"");
		assertThat(new DatabaseDeltree("fam").line()).isEqualTo("DATABASE DELTREE \"fam\"");
		assertThat(new DatabaseDeltree("fam", "t").line()).isEqualTo("DATABASE DELTREE \"fam\" \"t\"");
	}

	@Test
	void aFamilyHasAName() {
		assertThatIllegalArgumentException().isThrownBy(() -> new DatabasePut("", "key", "v"));
		assertThatIllegalArgumentException().isThrownBy(() -> new DatabaseGet("", "key"));
		assertThatIllegalArgumentException().isThrownBy(() -> new DatabaseDel("", "key"));
		assertThatIllegalArgumentException().isThrownBy(() -> new DatabaseDeltree(""));
		assertThatIllegalArgumentException().isThrownBy(() -> new DatabaseDeltree("fam", ""));
	}

	@Test
	void aKeyMayBeAbsent() {
		DatabaseGet get = new DatabaseGet("fam", "key");
		assertThat(Replies.result(get, "200 result=1 (val ue)")).hasValue("val ue");
		assertThat(Replies.result(get, "200 result=1 (two\nlines)")).hasValue("two\nlines");
		assertThat(Replies.result(get, "200 result=1 ()")).hasValue("");
		assertThat(Replies.result(get, "200 result=0")).isEmpty();
		assertThatExceptionOfType(AgiDatabaseException.class).isThrownBy(() -> Replies.result(get, "200 result=-1"));
	}

	@Test
	void zeroIsAFailure() {
		DatabasePut put = new DatabasePut("fam", "key", "value");
		DatabaseDel del = new DatabaseDel("fam", "key");
		assertThat(Replies.result(put, "200 result=1").result()).isEqualTo("1");
		assertThat(Replies.result(del, "200 result=1").result()).isEqualTo("1");
		assertThatExceptionOfType(AgiDatabaseException.class).isThrownBy(() -> Replies.result(put, "200 result=0"));
		assertThatExceptionOfType(AgiDatabaseException.class).isThrownBy(() -> Replies.result(del, "200 result=0"));
	}

	@Test
	void zeroOfATreeIsASuccess() {
		DatabaseDeltree deltree = new DatabaseDeltree("fam", "t");
		assertThat(Replies.result(deltree, "200 result=0")).isTrue();
		assertThat(Replies.result(deltree, "200 result=1")).isFalse();
		assertThatExceptionOfType(AgiDatabaseException.class)
			.isThrownBy(() -> Replies.result(deltree, "200 result=-1"));
	}

}
