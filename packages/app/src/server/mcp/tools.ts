/** The tools as the protocol describes them. Each reads; the two that write are there only when the operator said so. */
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { Language } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { AppError } from '../../errors.ts';
import { messagesIn, plain } from '../../use-cases/index.ts';
import type { Answers } from './answers.ts';
import { bounded } from './bounded.ts';

const outputSchema = z.object({ note: z.string(), data: z.unknown(), isCut: z.boolean() });
const READS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;
const WRITES = { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false } as const;

interface Tool<Input extends z.ZodObject> {
  readonly name: string;
  readonly description: string;
  readonly input: Input;
  readonly isWriting?: boolean;
  readonly ask: (input: z.output<Input>) => Promise<unknown>;
}

/** What a model sends where it has nothing to say. */
const texts = (max: number) => z.array(z.string().max(max)).max(50).default([]);
const id = z.string().min(1).max(400);

/** The result waits until all that was asked is answered. */
export function addTools(server: McpServer, answers: Answers, language: Language): () => Promise<void> {
  const asked = new Set<Promise<unknown>>();
  const words = messagesIn(language).mcp;
  const { tools, fields } = words;
  const page = {
    limit: z.number().int().min(1).max(100).default(25).describe(fields.limit),
    after: z.string().max(400).nullable().default(null).describe(fields.after),
  };
  const account = texts(200).describe(fields.account);
  const text = z.string().max(200).nullable().default(null).describe(fields.text);
  const add = <Input extends z.ZodObject>({ name, description, input, isWriting = false, ask }: Tool<Input>): void => {
    const annotations = isWriting ? WRITES : READS;
    const config = {
      description: `${description} ${words.untrusted}`,
      inputSchema: input.shape,
      outputSchema: outputSchema.shape,
      annotations,
    };
    server.registerTool(name, config, (given: unknown) => {
      const answer = told(async () => ask(input.parse(given)), words);
      asked.add(answer);
      return answer.finally(() => asked.delete(answer));
    });
  };
  const { resources, whoCan, paths, query, hunts, scanAgain } = answers;

  add({ name: 'overview', description: tools.overview, input: z.object({}), ask: () => answers.overview() });
  add({
    ...{ name: 'findings', description: tools.findings, ask: answers.findings },
    input: z.object({
      severity: z.array(z.enum(severities)).max(5).default([]).describe(fields.severity),
      check: texts(200).describe(fields.check),
      ...{ account, department: texts(100).describe(fields.department), state: texts(40).describe(fields.state), text, ...page },
    }),
  });
  add({
    name: 'finding',
    description: tools.finding,
    input: z.object({ id: id.describe(fields.id) }),
    ask: (asked) => answers.finding(asked.id),
  });
  if (resources)
    add({
      ...{ name: 'resources', description: tools.resources, ask: resources },
      input: z.object({ type: texts(200).describe(fields.type), account, text, ...page }),
    });
  if (whoCan)
    add({
      ...{ name: 'who_can', description: tools.whoCan, ask: whoCan },
      input: z.object({
        action: z.string().min(1).max(200).describe(fields.action),
        resource: z.string().min(1).max(2_000).describe(fields.resource),
      }),
    });
  if (paths)
    add({
      ...{ name: 'paths', description: tools.paths, ask: paths },
      input: z.object({ id: id.nullable().default(null).describe(fields.id), ...page }),
    });
  add({
    name: 'explain',
    description: tools.explain,
    input: z.object({ id: id.describe(fields.id) }),
    ask: (asked) => answers.explain(asked.id),
  });
  if (query)
    add({
      ...{ name: 'query', description: tools.query, ask: query },
      input: z.object({
        question: z.string().min(1).max(20_000).describe(fields.question),
        parameters: z.record(z.string().max(100), z.string().max(2_000)).default({}).describe(fields.parameters),
        limit: z.number().int().min(1).max(500).default(100).describe(fields.limit),
      }),
    });
  if (hunts) add({ name: 'hunts', description: tools.hunts, input: z.object({}), ask: () => hunts() });
  if (scanAgain) add({ name: 'scan_again', description: tools.scanAgain, input: z.object({}), ask: () => scanAgain() });
  addWrites(add, answers, words);
  return async () => void (await Promise.allSettled(asked));
}

function addWrites(
  add: <Input extends z.ZodObject>(tool: Tool<Input>) => void,
  { comment, acknowledge }: Answers,
  { tools, fields }: ReturnType<typeof messagesIn>['mcp'],
): void {
  const isWriting = true;
  if (comment)
    add({
      ...{ name: 'comment', description: tools.comment, isWriting },
      input: z.object({ id: id.describe(fields.id), text: z.string().min(1).max(10_000).describe(fields.note) }),
      ask: (asked) => comment(asked.id, asked.text),
    });
  if (acknowledge)
    add({
      ...{ name: 'acknowledge', description: tools.acknowledge, isWriting },
      input: z.object({ id: id.describe(fields.id), note: z.string().max(4_000).nullable().default(null).describe(fields.note) }),
      ask: (asked) => acknowledge(asked.id, asked.note),
    });
}

/** Refusals are answers too: the assistant tells them on. */
async function told(ask: () => Promise<unknown>, { untrusted, cut }: ReturnType<typeof messagesIn>['mcp']): Promise<CallToolResult> {
  try {
    const { value, isCut } = bounded(await ask());
    const structuredContent = { note: isCut ? `${untrusted} ${cut}` : untrusted, data: value, isCut };
    return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { isError: true, content: [{ type: 'text', text: [error.message, ...error.details].map(plain).join('\n') }] };
  }
}
