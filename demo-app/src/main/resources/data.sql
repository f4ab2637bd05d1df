insert into menu_entry (menu, digit, prompt, action) values
	('callback', '1', 'queue-periodic-announce', 'WAIT'),
	('callback', '2', 'to-call-this-number', 'CALL_BACK');

-- The PINs are 2580 and 1379
insert into subscriber (account, pin_hash) values
	('1001', '{bcrypt}$2a$10$iXVFYBBrw302hcXOcCubzu0.NcXifXYnL4JpL5DRnkSH75IPBxht.'),
	('1002', '{bcrypt}$2a$10$snhJV6/H96HwyiYozHB/MuUHgvEMm6FI/ucOidc2W1FW/WCYMTf8q');
