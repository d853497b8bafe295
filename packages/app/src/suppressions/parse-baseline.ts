import { z } from 'zod';

const baselineSchema = z.object({
  schemaVersion: z.literal('1'),
  findings: z.array(z.object({ fingerprint: z.string(), checkId: z.string(), address: z.string(), file: z.string() })),
});

export type Baseline = z.infer<typeof baselineSchema>;

/** Null when the text is no baseline. */
export function parseBaseline(text: string): Baseline | null {
  try {
    return baselineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
