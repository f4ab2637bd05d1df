package io.pystrix.demo.ivr.callback;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * The menus in the database.
 */
interface MenuEntries extends Repository<MenuEntry, Long> {

	List<MenuEntry> findByMenuOrderByDigit(String menu);

}
