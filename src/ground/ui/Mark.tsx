const STROKES = [
  ['M2 5.5 7 18.5', 1.5],
  ['M7 18.5 12 9', 2.2],
  ['M12 9 17 18.5', 2.9],
  ['M17 18.5 21.8 5.5', 3.6],
] as const;

/** The W in one growing stroke: parting, return, parting, return. Below 20 px all strokes are equal. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {STROKES.map(([path, width]) => (
        <path key={path} d={path} strokeWidth={size < 20 ? 2.4 : width} />
      ))}
      <circle cx="12" cy="6.8" r="2.7" fill="var(--warm-5)" stroke="none" />
    </svg>
  );
}
