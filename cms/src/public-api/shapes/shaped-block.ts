// Blocks by the name of their type: what each is stored as, and what readers get of it.
import { z } from 'zod'

type StoredBlock = { blockType: string }

/** Of a block stored as `name`: what is said of it under `type`, and how that is made; `undefined`: nothing to show. */
type Options<Stored extends StoredBlock, Type extends string, Fields extends z.ZodRawShape> = {
  name: Stored['blockType']
  type: Type
  fields: Fields
  of: (stored: Stored) => z.output<z.ZodObject<Fields>> | undefined
}

export type ShapedBlock<Shape extends z.ZodObject = z.ZodObject> = {
  name: string
  shape: Shape
  of: (stored: StoredBlock) => unknown
}

export const shapedBlock = <
  Stored extends StoredBlock,
  const Type extends string,
  Fields extends z.ZodRawShape,
>({
  name,
  type,
  fields,
  of,
}: Options<Stored, Type, Fields>): ShapedBlock<
  z.ZodObject<{ type: z.ZodLiteral<Type> } & Fields>
> => ({
  name,
  shape: z.object({ type: z.literal(type), ...fields }),
  of: (stored) => {
    const made = of(stored as Stored)
    return made && { type, ...made }
  },
})

const isStored = (value: unknown): value is StoredBlock =>
  typeof value === 'object' && value !== null && 'blockType' in value

/** Of one of `blocks`; nothing of any other, and of one that lacks what its shape promises: an older one, say. */
export const blockOf = <Block extends ShapedBlock>(
  blocks: readonly Block[],
  stored: unknown,
): z.output<Block['shape']> | undefined => {
  if (!isStored(stored)) return undefined
  const block = blocks.find(({ name }) => name === stored.blockType)
  return block?.shape.safeParse(block.of(stored)).data as z.output<Block['shape']> | undefined
}

export const shapesOf = <const Blocks extends readonly ShapedBlock[]>(blocks: Blocks) =>
  blocks.map(({ shape }) => shape) as { [Index in keyof Blocks]: Blocks[Index]['shape'] }
