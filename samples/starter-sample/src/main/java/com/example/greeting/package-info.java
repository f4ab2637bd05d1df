/**
 * An application that greets callers: {@code Greeting} is the script that answers and the
 * listener that hears of hang-ups, {@code Calls} places a call if the command line asks for
 * one.
 */
package com.example.greeting;
