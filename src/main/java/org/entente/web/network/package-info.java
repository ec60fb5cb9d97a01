/** Networks and chains, as pages, pictures and files. */
package org.entente.web.network;
