package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepTimeTest {
    private final StepTime time = new StepTime();

    @Test
    void work_of_one_step_goes_on_as_it_did() {
        time.at("Copying", 1_000);
        assertThat(time.left(2_000, 10, 100)).isEmpty();
        assertThat(time.left(11_000, 25, 100)).isEqualTo(", about 30 s left");
        assertThat(time.left(11_000, 25, 0)).isEmpty();
    }

    @Test
    void of_a_load_the_whole_is_told_in_each_of_its_steps() {
        time.at("Reading", 0);
        assertThat(time.left(3_000, 10, 100)).isEmpty();
        assertThat(time.left(8_000, 100, 100)).isEqualTo(", about 92 s left");
        time.at("Rules", 13_000);
        assertThat(time.left(39_000, 20, 40)).isEqualTo(", about 61 s left");
        time.at("Shapes and checks", 73_000);
        assertThat(time.left(73_000, 0, 0)).isEqualTo(", about 27 s left");
    }
}
