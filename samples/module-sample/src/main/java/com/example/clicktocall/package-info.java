/**
 * Connects two phones, and says how the call went.
 */
package com.example.clicktocall;
