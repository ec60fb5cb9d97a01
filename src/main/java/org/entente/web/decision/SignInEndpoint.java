package org.entente.web.decision;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.decision.Decision;
import org.entente.execution.Problem;
import org.entente.web.http.Language;
import org.entente.web.http.Origins;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.http.Urls;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ServiceContext;

/** {@code /sign-in} and {@code /sign-out}: the key is entered once for a session of the browser. */
final class SignInEndpoint {
    private final ServiceContext service;

    SignInEndpoint(ServiceContext service) {
        this.service = service;
    }

    void page(Context ctx) {
        Map<String, List<String>> given = RequestBody.parameters(ctx.req().getQueryString());
        show(ctx, back(given), "", Optional.empty());
    }

    void signIn(Context ctx) {
        Map<String, List<String>> form = form(ctx);
        String by = text(form, "by");
        try {
            if (by.isBlank() || by.length() > Decision.LONGEST_NAME) {
                throw Problem.parameter("by", "your name, in at most " + Decision.LONGEST_NAME + " characters");
            }
            boolean secure = Urls.base(ctx, service.options()).startsWith("https:");
            service.key()
                    .signIn(
                            ctx,
                            text(form, "key"),
                            by.replaceAll("\\p{Cntrl}", " ").strip(),
                            secure);
        } catch (Problem problem) {
            ctx.status(problem.status());
            problem.headers().forEach(ctx::header);
            show(ctx, back(form), by, Optional.of(ProblemView.of(problem)));
            return;
        }
        ctx.header("Cache-Control", "no-store");
        ctx.status(303).header("Location", back(form));
    }

    void signOut(Context ctx) {
        form(ctx);
        service.key().signOut(ctx);
        ctx.header("Cache-Control", "no-store");
        ctx.status(303).header("Location", "/sign-in?lang=" + Language.of(ctx));
    }

    private Map<String, List<String>> form(Context ctx) {
        Origins.requireSame(ctx.req(), service.options(), "This must be sent from this site", "Open /sign-in here.");
        if (!RequestBody.mediaType(ctx).equals(RequestBody.FORM)) {
            throw Problem.unsupported("Send the form of /sign-in (" + RequestBody.FORM + ").");
        }
        return RequestBody.parameters(RequestBody.text(
                RequestBody.read(ctx, service.options().bodies().query())));
    }

    private static String text(Map<String, List<String>> form, String field) {
        String text = QueryParameters.first(form, field);
        return text == null ? "" : text;
    }

    /** A path of this server; anything else leads to the decisions. */
    private static String back(Map<String, List<String>> given) {
        String back = text(given, "back");
        return back.matches("/[A-Za-z][\\x21-\\x7e&&[^\\\\]]{0,500}") ? back : "/decisions";
    }

    private void show(Context ctx, String back, String by, Optional<ProblemView> problem) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        service.pages()
                .html(
                        ctx,
                        PageInfo.titled("signin.title"),
                        new SignInView(
                                service.key().signedIn(ctx), service.key().isSet(), back, by, problem));
    }
}
