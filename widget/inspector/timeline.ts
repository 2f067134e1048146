// The score of the last two minutes as a line: one sample a second, the newest at the end. Arithmetic only.

export const MOST_SAMPLES = 120;

/** Adds a sample; the oldest go. */
export function remember(history: readonly number[], score: number): number[] {
  return [...history, score].slice(-MOST_SAMPLES);
}

/** Points of a polyline in a box of 119 by 100. */
export function drawLine(history: readonly number[]): string {
  const first = MOST_SAMPLES - history.length;
  return history.map((score, index) => `${first + index},${Math.round(100 - score * 100)}`).join(' ');
}
