# The clean prediction of a whole model, as training needs it: references pass the vision tower, then AR part and gen part
# in one call. The flat order of tensors is that of io.emaki.hidream.checkpoint.ParameterLayout.

def part(list: List[Tensor], start: int, length: int) -> List[Tensor]:
  made = annotate(List[Tensor], [])
  for i in range(length):
    made.append(list[start + i])
  return made

def parts(list: List[Tensor], start: int, length: int, count: int) -> List[List[Tensor]]:
  made = annotate(List[List[Tensor]], [])
  for i in range(count):
    made.append(__torch__.prediction.part(list, start + i * length, length))
  return made

# Decoder layers of 11 weights each, completed by the 7 scales that only float8 uses.
def decoder_layers(list: List[Tensor], start: int, count: int) -> List[List[Tensor]]:
  made = annotate(List[List[Tensor]], [])
  for i in range(count):
    layer = __torch__.prediction.part(list, start + i * 11, 11)
    for j in range(7):
      layer.append(list[start])
    made.append(layer)
  return made

# The clean prediction [B, T, 3072] of a decoder: ids [B, P], noisy target patches z [B, T, 3072], clean reference patches
# refs [B, R, 3072] (R may be 0), t [B]. images replaces the embeddings at visual, deep are the DeepStack features.
def decode(ends: List[Tensor], layers: List[List[Tensor]], loras: List[List[Tensor]], ids: Tensor, images: Tensor, visual: Tensor, deep: List[Tensor], ar_table: Tensor, gen_table: Tensor, z: Tensor, refs: Tensor, t: Tensor, n: int, kv: int, eps: float) -> Tensor:
  x = __torch__.diffusion.embed(ends, ids, images, visual)
  kept = __torch__.decoder.prefix(x, layers, loras, ar_table, deep, visual, n, kv, eps)
  g = __torch__.diffusion.gen_tokens(ends, z, refs, t)
  h = __torch__.decoder.generate(g, layers, loras, gen_table, kept, ends[10], torch.size(z, 1), n, kv, eps)
  return __torch__.diffusion.head(ends, h)

# What enters the decoder, from parameters p in flat order: [AR part, gen part, DeepStack features ...]. views are the
# references' vision patches, or empty.
def front(p: List[Tensor], blocks: int, taps: int, tap_at: List[int], ids: Tensor, visual: Tensor, views: Tensor, grid_h: int, grid_w: int, z: Tensor, refs: Tensor, t: Tensor, vision_heads: int, side: int, merge: int) -> List[Tensor]:
  ends = __torch__.prediction.part(p, 0, 11)
  stem = __torch__.prediction.part(p, 11, 3)
  at = 14
  block_list = __torch__.prediction.parts(p, at, 12, blocks)
  at = at + 12 * blocks
  merger = __torch__.prediction.part(p, at, 6)
  at = at + 6
  tap_list = __torch__.prediction.parts(p, at, 6, taps)
  images = views
  deep = annotate(List[Tensor], [])
  if torch.numel(views) > 0:
    features = __torch__.vision.encode(views, grid_h, grid_w, stem, block_list, merger, tap_list, tap_at, vision_heads, side, merge)
    images = features[0]
    for i in range(1, torch.len(features)):
      deep.append(features[i])
  x = __torch__.diffusion.embed(ends, ids, images, visual)
  return torch.add([x, __torch__.diffusion.gen_tokens(ends, z, refs, t)], deep)

# The clean prediction [B, T, 3072] from what front returns.
def finish(p: List[Tensor], layers: List[List[Tensor]], front: List[Tensor], loras: List[List[Tensor]], visual: Tensor, ar_table: Tensor, gen_table: Tensor, targets: int, n: int, kv: int, eps: float) -> Tensor:
  ends = __torch__.prediction.part(p, 0, 11)
  deep = __torch__.prediction.part(front, 2, torch.len(front) - 2)
  kept = __torch__.decoder.prefix(front[0], layers, loras, ar_table, deep, visual, n, kv, eps)
  h = __torch__.decoder.generate(front[1], layers, loras, gen_table, kept, ends[10], targets, n, kv, eps)
  return __torch__.diffusion.head(ends, h)
