/** As much of SQS as readers use, in its JSON protocol: for {@link startFakeS3}, which answers at the same address. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord, jsonOf } from '@kumomori/model';

interface Held {
  readonly id: string;
  readonly body: string;
  /** Handed out and not deleted. */
  isHidden: boolean;
}

export class FakeSqs {
  readonly messages: Held[] = [];
  /** Ids in the order they were deleted. */
  readonly deleted: string[] = [];

  send(id: string, body: unknown): void {
    this.messages.push({ id, body: typeof body === 'string' ? body : JSON.stringify(body), isHidden: false });
  }

  /** Time passes: what was handed out and not deleted comes again. */
  showAll(): void {
    for (const message of this.messages) message.isHidden = false;
  }

  /** False: not for SQS. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const target = request.headers['x-amz-target'];
    if (typeof target !== 'string') return false;
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      const body = jsonOf(text);
      const answer = this.#act(target.replace('AmazonSQS.', ''), isRecord(body) ? body : {}, `http://${request.headers.host ?? ''}`);
      const send = (): void => {
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
        response.end(JSON.stringify(answer));
      };
      // A long poll, as short as a test wants it.
      if (isRecord(answer) && Array.isArray(answer['Messages']) && answer['Messages'].length === 0) setTimeout(send, 20);
      else send();
    });
    return true;
  }

  #act(action: string, input: Readonly<Record<string, unknown>>, host: string): unknown {
    switch (action) {
      case 'GetQueueUrl':
        return { QueueUrl: `${host}/123456789012/${String(input['QueueName'])}` };
      case 'ReceiveMessage': {
        const found = this.messages.filter(({ isHidden }) => !isHidden).slice(0, 10);
        for (const message of found) message.isHidden = true;
        return { Messages: found.map(({ id, body }) => ({ MessageId: id, Body: body, MD5OfBody: md5(body), ReceiptHandle: id })) };
      }
      case 'ChangeMessageVisibility': {
        const message = this.messages.find(({ id }) => id === input['ReceiptHandle']);
        if (message) message.isHidden = false;
        return {};
      }
      case 'DeleteMessageBatch': {
        const entries = Array.isArray(input['Entries']) ? input['Entries'] : [];
        const ids = entries.flatMap((each) => (isRecord(each) ? [String(each['ReceiptHandle'])] : []));
        for (const id of ids) {
          const at = this.messages.findIndex((each) => each.id === id);
          if (at !== -1) this.messages.splice(at, 1);
          this.deleted.push(id);
        }
        return { Successful: ids.map((_, index) => ({ Id: String(index) })), Failed: [] };
      }
      default:
        return {};
    }
  }
}

/** The SDK believes no body without it. */
function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
