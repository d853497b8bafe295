/** A file that is made while it is sent. */
import type { RawAnswer } from './definition.ts';

/** Who stops reading stops the work. The first piece is made before the answer begins, so that a refusal is still one. */
export async function csvAnswer(name: string, pieces: AsyncGenerator<string>, signal: AbortSignal): Promise<RawAnswer> {
  const encoder = new TextEncoder();
  const first = await pieces.next();
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = isFirst ? first : await pieces.next();
      isFirst = false;
      if (next.done || signal.aborted) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  return {
    raw: true,
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="kumomori-${name}.csv"` },
    body,
  };
}
