package org.entente.web.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class WorldMapTest {
    private static final MapSpot ASTANA = town("Astana", 51.1801, 71.44598, 40);
    private static final MapSpot BERLIN = town("Berlin", 52.52437, 13.41053, 10);

    private static MapSpot town(String label, double latitude, double longitude, int count) {
        return new MapSpot(label, "/page/place/x", latitude, longitude, "", count, count, count + " events");
    }

    private static MapSpot country(String label, String code) {
        return new MapSpot(label, "", Double.NaN, Double.NaN, code, 3, 3, "3 events");
    }

    @Test
    void a_place_in_the_east_lies_to_the_right_and_more_events_make_a_larger_disc() {
        Drawing drawn = Drawing.of(WorldMap.of("Map", List.of(ASTANA, BERLIN), Drawing.EN));

        List<Element> discs = drawn.all("circle", "place");
        assertThat(discs).hasSize(2);
        Element astana = discs.get(0);
        Element berlin = discs.get(1);
        assertThat(Drawing.percent(astana, "cx")).isGreaterThan(Drawing.percent(berlin, "cx"));
        assertThat(Double.parseDouble(astana.getAttribute("r")))
                .isGreaterThan(Double.parseDouble(berlin.getAttribute("r")));
        assertThat(drawn.texts("label")).contains("Astana", "Berlin");
        assertThat(drawn.all("path", "country").size()).isBetween(20, 200);
    }

    @Test
    void what_is_only_known_by_its_country_is_a_number_within_its_outline() {
        Drawing drawn = Drawing.of(WorldMap.of("Map", List.of(ASTANA, country("Kazakhstan", "KZ")), Drawing.EN));

        assertThat(drawn.all("rect", "whole")).hasSize(1);
        assertThat(drawn.all("path", "marked")).hasSize(1);
    }

    @Test
    void a_place_that_lies_nowhere_known_is_told_and_kept_in_the_table() {
        Picture picture = WorldMap.of("Map", List.of(BERLIN, country("Atlantis", "")), Drawing.EN);

        assertThat(picture.description()).contains("One place has no known position");
        assertThat(picture.twin().rows()).hasSize(2);
        assertThat(WorldMap.of("Map", List.of(country("Atlantis", "")), Drawing.EN)
                        .svg())
                .isEmpty();
    }

    @Test
    void where_discs_lie_on_each_other_there_is_an_inset_in_which_they_do_not() {
        MapSpot potsdam = town("Potsdam", 52.39886, 13.06566, 10);
        Picture picture = WorldMap.of("Map", List.of(ASTANA, BERLIN, potsdam), Drawing.EN);

        assertThat(picture.insets()).extracting(Picture.Inset::title).containsExactly("Around Berlin");
        Drawing inset = Drawing.of(
                new Picture("map", "", "", picture.insets().getFirst().svg(), List.of(), picture.twin()));
        List<Element> discs = inset.all("circle", "place");
        assertThat(discs).hasSize(2);
        assertThat(Math.abs(Drawing.percent(discs.get(0), "cx") - Drawing.percent(discs.get(1), "cx")))
                .as("farther apart than on the map")
                .isGreaterThan(5);
        assertThat(inset.texts("label")).contains("Berlin", "Potsdam");
        assertThat(WorldMap.of("Map", List.of(ASTANA, BERLIN), Drawing.EN).insets())
                .as("none without an overlap")
                .isEmpty();
        assertThat(WorldMap.of("Map", List.of(BERLIN, potsdam), Drawing.EN).insets())
                .as("none if it would be the whole map again")
                .isEmpty();
    }

    @Test
    void every_place_lies_within_the_frame_wherever_on_earth() {
        List<MapSpot> everywhere = List.of(
                BERLIN,
                ASTANA,
                town("Wellington", -41.28, 174.77, 1),
                town("Honolulu", 21.3, -157.86, 2),
                town("Ushuaia", -54.8, -68.3, 1),
                town("Longyearbyen", 78.22, 15.65, 1));
        for (List<MapSpot> spots : List.of(everywhere, List.of(BERLIN), List.of(everywhere.get(4)))) {
            Drawing drawn = Drawing.of(WorldMap.of("Map", spots, Drawing.DE));
            assertThat(drawn.all("circle", "place")).hasSize(spots.size()).allSatisfy(disc -> {
                assertThat(Drawing.percent(disc, "cx")).isBetween(0.0, 100.0);
                assertThat(Drawing.percent(disc, "cy")).isBetween(0.0, 100.0);
            });
        }
    }

    @Test
    void outlines_are_those_of_the_countries() {
        Outlines outlines = Outlines.all();
        assertThat(outlines.countries()).hasSizeGreaterThan(150);
        double[] kazakhstan = outlines.country("KZ").orElseThrow().middle();
        assertThat(kazakhstan[0]).isBetween(60.0, 75.0);
        assertThat(kazakhstan[1]).isBetween(45.0, 52.0);
        assertThat(outlines.country("")).isEmpty();
        assertThat(outlines.country("XX")).isEmpty();
    }

    @Test
    void lamberts_cone_keeps_its_parallels() {
        Projection cone = Projection.lambert(40, 48, 40, 56);
        double step = Math.toRadians(0.01);
        for (double parallel : new double[] {40, 56}) {
            double[] a = cone.at(40, parallel);
            double[] b = cone.at(40.01, parallel);
            assertThat(Math.hypot(b[0] - a[0], b[1] - a[1]))
                    .isCloseTo(step * Math.cos(Math.toRadians(parallel)), within(1e-9));
        }
    }
}
