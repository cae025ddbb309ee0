/**
 * A process of its own for strangers' pictures: whatever one of them does to it, it can be ended, and the
 * archive goes on. It is told by messages what to do (`picture-calls.ts`), one thing at a time.
 */
import { z } from 'zod';
import { impossible } from '../../core/result.ts';
import type { PictureCall, PictureReply, PictureTask } from './picture-calls.ts';
import { cutOriginal, derivePyramid, faultOf, inspectPicture, loadLibrary } from './picture-tasks.ts';

const region = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });
const size = { widthPx: z.number(), heightPx: z.number() };
const source = z.object({
  path: z.string(),
  index: z.number(),
  raw: z.object({ ...size, channels: z.union([z.literal(1), z.literal(3)]) }).exactOptional(),
  degrees: z.number().exactOptional(),
  told: z.object(size),
});
const request = z.object({
  region,
  widthPx: z.number(),
  heightPx: z.number(),
  isMirrored: z.boolean(),
  degrees: z.number(),
  quality: z.enum(['default', 'color', 'gray', 'bitonal']),
  format: z.enum(['jpg', 'png', 'webp']),
});
const calls: z.ZodType<PictureCall> = z.object({
  call: z.number(),
  task: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('inspect'), path: z.string() }),
    z.object({ kind: z.literal('derive'), source, blackened: z.array(region), to: z.string() }),
    z.object({ kind: z.literal('cut'), source, request }),
  ]),
});

const library = loadLibrary();

async function answer(call: number, task: PictureTask): Promise<PictureReply> {
  const sharp = await library;
  switch (task.kind) {
    case 'inspect':
      return { call, kind: 'inspected', inspected: await inspectPicture(sharp, task.path) };
    case 'derive':
      await derivePyramid(sharp, task.source, task.blackened, task.to);
      return { call, kind: 'derived' };
    case 'cut':
      return { call, kind: 'cut', ...(await cutOriginal(sharp, task.source, task.request)) };
    default:
      return impossible(task);
  }
}

process.on('message', async (message: unknown) => {
  const { call, task } = calls.parse(message);
  let reply: PictureReply;
  try {
    reply = await answer(call, task);
  } catch (reason) {
    reply = { call, kind: 'failed', fault: faultOf(reason) };
  }
  process.send?.(reply);
});
process.on('disconnect', () => process.exit());
