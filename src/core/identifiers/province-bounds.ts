/**
 * Rectangles of degrees that hold each province, by the code of two digits. Each is wider than the territory by a tenth of a
 * degree or more, so a place outside lies elsewhere; a place inside may lie in a neighbouring province.
 *
 * Compiled by hand from the extreme points that general descriptions of the provinces give (地理位置), not from a survey.
 * Nothing but a warning depends on them.
 */
type Bounds = readonly [south: number, north: number, west: number, east: number];

const BOUNDS: Readonly<Record<string, Bounds>> = {
  11: [39.3, 41.2, 115.3, 117.7],
  12: [38.4, 40.4, 116.6, 118.2],
  13: [35.9, 42.8, 113.3, 120.0],
  14: [34.4, 40.9, 110.1, 114.7],
  15: [37.2, 53.5, 97.0, 126.3],
  21: [38.5, 43.6, 118.7, 125.9],
  22: [40.7, 46.5, 121.5, 131.5],
  23: [43.2, 53.7, 121.0, 135.3],
  31: [30.5, 32.0, 120.7, 122.6],
  32: [30.6, 35.5, 116.1, 122.1],
  33: [26.9, 31.3, 117.9, 123.6],
  34: [29.2, 34.8, 114.7, 119.8],
  35: [23.3, 28.5, 115.7, 120.9],
  36: [24.3, 30.2, 113.4, 118.6],
  37: [34.2, 38.6, 114.2, 123.0],
  41: [31.2, 36.5, 110.2, 116.8],
  42: [28.9, 33.4, 108.2, 116.3],
  43: [24.5, 30.3, 108.6, 114.4],
  44: [20.0, 25.7, 109.4, 117.6],
  45: [20.7, 26.6, 104.2, 112.3],
  46: [3.2, 20.5, 107.7, 119.3],
  50: [28.0, 32.4, 105.1, 110.4],
  51: [25.9, 34.5, 97.2, 108.8],
  52: [24.4, 29.4, 103.4, 109.8],
  53: [20.9, 29.4, 97.3, 106.4],
  54: [26.5, 37.0, 78.1, 99.3],
  61: [31.5, 39.8, 105.3, 111.5],
  62: [32.0, 43.1, 92.0, 109.0],
  63: [31.4, 39.4, 89.2, 103.3],
  64: [35.0, 39.6, 104.1, 107.9],
  65: [34.1, 49.4, 73.2, 96.6],
  71: [20.6, 26.2, 118.0, 124.8],
  81: [22.0, 22.8, 113.6, 114.7],
  82: [21.9, 22.4, 113.4, 113.8],
};

/** A place in degrees (CGCS2000). */
export type Place = { readonly latitude: number; readonly longitude: number };

/** Returns true when a place certainly lies outside a province; false for a province without bounds. */
export function isOutside({ latitude, longitude }: Place, province: string): boolean {
  const [south, north, west, east] = BOUNDS[province] ?? [-90, 90, -180, 180];
  return latitude < south || latitude > north || longitude < west || longitude > east;
}
