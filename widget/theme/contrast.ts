// Contrast between two colours as WCAG counts it. Colours come as the browser resolved them.

/** Relative luminance by the plain 2.2 curve, the contrast within a twentieth of the exact one; NaN for what is not opaque rgb: not worth guessing about. */
export function luminance(resolved: string): number {
  const parts = /^rgb\((.*)\)/.exec(resolved)?.[1]?.split(',') ?? [];
  const [r = NaN, g = NaN, b = NaN] = parts.map((part) => (Number(part) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: string, other: string): number {
  const ratio = (luminance(one) + 0.05) / (luminance(other) + 0.05);
  return Math.max(ratio, 1 / ratio);
}
