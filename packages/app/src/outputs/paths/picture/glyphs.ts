/** Small signs for kinds of nodes, drawn in a box of 24 × 24 with strokes only. */
import type { PathNodeKind } from '../report.ts';

export const glyphs: Readonly<Record<PathNodeKind, string>> = {
  internet: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  principal: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4.5 20c0-4.2 3.3-6.5 7.5-6.5s7.5 2.3 7.5 6.5',
  workload: 'M6.5 6.5h11v11h-11zM9.5 3v3.5M14.5 3v3.5M9.5 17.5v3.5M14.5 17.5v3.5M3 9.5h3.5M3 14.5h3.5M17.5 9.5h3.5M17.5 14.5h3.5',
  data: 'M5 6.5c0-1.7 3.1-3 7-3s7 1.3 7 3s-3.1 3-7 3s-7-1.3-7-3v11c0 1.7 3.1 3 7 3s7-1.3 7-3v-11M5 12c0 1.7 3.1 3 7 3s7-1.3 7-3',
  network: 'M12 4v6M12 10l-6.5 5.5M12 10l6.5 5.5M9.8 4h4.4M3.5 15.5h4v4h-4zM16.5 15.5h4v4h-4z',
  delivery: 'M4 7h9l3.5 5l-3.5 5h-9l3.5-5zM17 7l3.5 5l-3.5 5',
  admin: 'M4 18.5h16M4.5 15.5l-1-8.5l5 4l3.500-6l3.500 6l5-4l-1 8.500z',
  other: 'M12 3.500l7.500 4.300v8.500l-7.500 4.200l-7.500-4.200v-8.500zM12 12l7.300-4.200M12 12v8.500M12 12l-7.300-4.200',
};
