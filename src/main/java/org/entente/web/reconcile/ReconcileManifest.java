package org.entente.web.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entente.reconcile.EntityTypes;
import org.entente.store.CollectionDescription;
import org.entente.vocab.Ent;
import org.entente.web.page.Messages;

/** The manifest of the service. */
final class ReconcileManifest {
    static final int PREVIEW_WIDTH = 420;
    static final int PREVIEW_HEIGHT = 260;

    private final String base;
    private final CollectionDescription about;
    private final Messages text;
    private final String version;

    /**
     * @param base address of this server
     * @param about what the collection says about itself
     */
    ReconcileManifest(String base, CollectionDescription about, Messages text, String version) {
        this.about = about;
        this.base = base;
        this.text = text;
        this.version = version;
    }

    ObjectNode version02(EntityTypes types, int batchSize) {
        String service = base + "/reconcile";
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.putArray("versions").add("0.2");
        manifest.put("name", about.title(text.language()));
        manifest.put("identifierSpace", about.ids());
        manifest.put("schemaSpace", Ent.NS);
        manifest.put("documentation", service + "/help");
        manifest.put("serviceVersion", version);
        manifest.set("defaultTypes", new ReconcileJson(text, false).types(types.defaults()));
        manifest.put("batchSize", batchSize);
        manifest.putObject("view").put("url", service + "/view?id={{id}}");
        manifest.putObject("feature_view").put("url", service + "/help#{{id}}");
        manifest.putObject("preview")
                .put("url", service + "/preview?id={{id}}")
                .put("width", PREVIEW_WIDTH)
                .put("height", PREVIEW_HEIGHT);
        ObjectNode suggest = manifest.putObject("suggest");
        for (String kind : List.of("entity", "type", "property")) {
            suggest.putObject(kind)
                    .put("service_url", service)
                    .put("service_path", "/suggest/" + kind)
                    .put("flyout_service_url", service)
                    .put("flyout_service_path", "/flyout/" + kind + "?id=${id}");
        }
        ObjectNode extend = manifest.putObject("extend");
        extend.putObject("propose_properties").put("service_url", service).put("service_path", "/properties");
        settings(extend.putArray("property_settings"), "name", "label", "help_text");
        return manifest;
    }

    ObjectNode version10(EntityTypes types, int batchSize) {
        String service = base + "/reconcile";
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.putArray("versions").add("1.0-draft");
        manifest.put("name", about.title(text.language()));
        manifest.put("lang", text.language());
        manifest.put("documentation", service + "/help");
        manifest.put("serviceVersion", version);
        manifest.set("defaultTypes", new ReconcileJson(text, false).types(types.defaults()));
        manifest.put("batchSize", batchSize);
        manifest.putObject("view").put("url", service + "/view{?id}");
        manifest.putObject("featureView").put("url", service + "/help{#id}");
        manifest.putObject("preview").put("width", PREVIEW_WIDTH).put("height", PREVIEW_HEIGHT);
        manifest.putObject("suggest").put("entity", true).put("property", true).put("type", true);
        ObjectNode extend = manifest.putObject("extend");
        extend.put("proposeProperties", true);
        settings(extend.putArray("propertySettings"), "id", "name", "helpText");
        manifest.put("standardizedScore", true);
        return manifest;
    }

    /** Adds all settings of properties. The names of the fields differ between the versions. */
    private void settings(ArrayNode settings, String id, String label, String help) {
        setting(settings, "limit", "number", id, label, help).put("default", 0);
        setting(settings, "date", "text", id, label, help).put("default", "");
        setting(settings, "certain", "checkbox", id, label, help).put("default", false);
        setting(settings, "language", "text", id, label, help).put("default", "");
        ArrayNode choices = setting(settings, "content", "select", id, label, help)
                .put("default", "entity")
                .putArray("choices");
        for (String choice : List.of("entity", "name", "id", "iri")) {
            choices.addObject().put("value", choice).put("name", text.get("reconcile.content." + choice));
        }
    }

    private ObjectNode setting(ArrayNode settings, String name, String type, String id, String label, String help) {
        return settings.addObject()
                .put(id, name)
                .put("type", type)
                .put(label, text.get("reconcile.setting." + name))
                .put(help, text.get("reconcile.setting." + name + ".help"));
    }
}
