package org.entente;

import org.apache.jena.sys.JenaSystem;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts Jena before any test, as the program does: some of its classes cannot be the first that is loaded, since they are needed,
 * half initialised, by what Jena starts.
 */
public final class JenaFirst implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        JenaSystem.init();
    }
}
