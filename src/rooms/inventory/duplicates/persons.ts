/** Disjoint sets of rows: which records are one person. */
function findRoot(parents: Int32Array, row: number): number {
  let root = row;
  while (parents[root] !== root) root = parents[root] ?? root;
  for (let at = row; at !== root;) {
    const next = parents[at] ?? root;
    parents[at] = root;
    at = next;
  }
  return root;
}

export function unite(parents: Int32Array, a: number, b: number): void {
  const [rootA, rootB] = [findRoot(parents, a), findRoot(parents, b)];
  parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
}

/** For each row, one divided by the number of rows of the same person. */
export function sharesOfPersons(parents: Int32Array): Float64Array {
  const sizes = new Int32Array(parents.length);
  for (let row = 0; row < parents.length; row += 1) {
    const root = findRoot(parents, row);
    sizes[root] = (sizes[root] ?? 0) + 1;
  }
  return Float64Array.from(parents, (_, row) => 1 / (sizes[findRoot(parents, row)] ?? 1));
}
