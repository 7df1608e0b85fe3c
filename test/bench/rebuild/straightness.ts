/** How much of what differs between the values of y a straight line over x explains: r², 1 when all points lie on one. */
export function straightness(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point[0]), mean((point) => point[1])];
  const together = mean((point) => (point[0] - x) * (point[1] - y));
  return together ** 2 / (mean((point) => (point[0] - x) ** 2) * mean((point) => (point[1] - y) ** 2));
}
