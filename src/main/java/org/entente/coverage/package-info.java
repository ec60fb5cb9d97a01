/**
 * How many things a count may have missed. {@link org.entente.coverage.Witnesses} asks how many independent documents report each thing,
 * {@link org.entente.coverage.Sightings} counts those that one or two of them report, and {@link org.entente.coverage.LowerBound} says
 * how many there are at least by Chao's estimator, or why that cannot be said. Uses {@code sparql} and {@code execution}.
 *
 * <p>A. Chao: Nonparametric estimation of the number of classes in a population. Scandinavian Journal of Statistics 11 (1984), 265–270;
 * the variance and the interval: A. Chao: Estimating the population size for capture-recapture data with unequal catchability.
 * Biometrics 43 (1987), 783–791.
 */
@NullMarked
package org.entente.coverage;

import org.jspecify.annotations.NullMarked;
