insert into menu_entry (menu, digit, prompt, action) values
	('callback', '1', 'queue-periodic-announce', 'WAIT'),
	('callback', '2', 'to-call-this-number', 'CALL_BACK');
