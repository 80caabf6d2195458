# The Qwen3-VL vision tower over one picture (or a batch of pictures of one size).
# stem: 0 patch weight [H, 1536]  1 patch bias  2 pos_embed [side*side, H]
# block: 0,1 norm1  2,3 qkv  4,5 proj  6,7 norm2  8,9 fc1  10,11 fc2     merger: 0,1 norm  2,3 fc1  4,5 fc2

# Bilinear resample of the learned grid, in the token order of 2x2 merge blocks (fast_pos_embed_interpolate).
def positions(table: Tensor, side: int, gh: int, gw: int, merge: int) -> Tensor:
  rows = torch.to(torch.linspace(0, side - 1, gh, dtype=6), table.device)
  cols = torch.to(torch.linspace(0, side - 1, gw, dtype=6), table.device)
  r0 = torch.to(rows, 3)
  c0 = torch.to(cols, 3)
  r1 = torch.clamp(torch.add(r0, 1), None, side - 1)
  c1 = torch.clamp(torch.add(c0, 1), None, side - 1)
  dr = torch.unsqueeze(torch.sub(rows, r0), 1)
  dc = torch.unsqueeze(torch.sub(cols, c0), 0)
  r0 = torch.unsqueeze(torch.mul(r0, side), 1)
  r1 = torch.unsqueeze(torch.mul(r1, side), 1)
  c0 = torch.unsqueeze(c0, 0)
  c1 = torch.unsqueeze(c1, 0)
  nr = torch.rsub(dr, 1.)
  nc = torch.rsub(dc, 1.)
  n = gh * gw
  p00 = torch.mul(torch.index_select(table, 0, torch.reshape(torch.add(r0, c0), [n])), torch.to(torch.reshape(torch.mul(nr, nc), [n, 1]), table.dtype))
  p01 = torch.mul(torch.index_select(table, 0, torch.reshape(torch.add(r0, c1), [n])), torch.to(torch.reshape(torch.mul(nr, dc), [n, 1]), table.dtype))
  p10 = torch.mul(torch.index_select(table, 0, torch.reshape(torch.add(r1, c0), [n])), torch.to(torch.reshape(torch.mul(dr, nc), [n, 1]), table.dtype))
  p11 = torch.mul(torch.index_select(table, 0, torch.reshape(torch.add(r1, c1), [n])), torch.to(torch.reshape(torch.mul(dr, dc), [n, 1]), table.dtype))
  sum = torch.add(torch.add(torch.add(p00, p01), p10), p11)
  grid = torch.reshape(sum, [gh // merge, merge, gw // merge, merge, -1])
  return torch.reshape(torch.permute(grid, [0, 2, 1, 3, 4]), [n, -1])

# Rotary angles of rows and columns in merge-block order, [2, N, D]: cosines, and sines with their first half negated (rot_pos_emb).
def rope(head: int, gh: int, gw: int, merge: int, like: Tensor) -> Tensor:
  dim = head // 2
  inv = torch.reciprocal(torch.pow(10000., torch.div(torch.arange(0, dim, 2, dtype=6), dim)))
  n = gh * gw
  r = torch.repeat_interleave(torch.unsqueeze(torch.arange(gh, dtype=6), 1), gw, 1)
  c = torch.repeat_interleave(torch.unsqueeze(torch.arange(gw, dtype=6), 0), gh, 0)
  r = torch.reshape(torch.permute(torch.reshape(r, [gh // merge, merge, gw // merge, merge]), [0, 2, 1, 3]), [n, 1])
  c = torch.reshape(torch.permute(torch.reshape(c, [gh // merge, merge, gw // merge, merge]), [0, 2, 1, 3]), [n, 1])
  freqs = torch.cat([torch.mul(r, torch.unsqueeze(inv, 0)), torch.mul(c, torch.unsqueeze(inv, 0))], -1)
  cos = torch.cos(freqs)
  sin = torch.sin(freqs)
  return torch.to(torch.stack([torch.cat([cos, cos], -1), torch.cat([torch.neg(sin), sin], -1)], 0), like.device)

def norm(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
  return torch.layer_norm(x, [torch.size(w, 0)], w, b, 9.9999999999999995e-07)

def block(x: Tensor, w: List[Tensor], table: Tensor, n: int) -> Tensor:
  h = torch.linear(__torch__.vision.norm(x, w[0], w[1]), w[2], w[3])
  qkv = torch.permute(torch.reshape(h, [torch.size(h, 0), torch.size(h, 1), 3, n, -1]), [2, 0, 3, 1, 4])
  q = __torch__.tensors.rotate(qkv[0], table[0], table[1])
  k = __torch__.tensors.rotate(qkv[1], table[0], table[1])
  x = torch.add(x, torch.linear(__torch__.decoder.attend(q, k, qkv[2], False), w[4], w[5]))
  h = torch.gelu(torch.linear(__torch__.vision.norm(x, w[6], w[7]), w[8], w[9]), approximate="tanh")
  return torch.add(x, torch.linear(h, w[10], w[11]))

def merge(x: Tensor, w: List[Tensor], unit: int, post: bool) -> Tensor:
  b = torch.size(x, 0)
  n = torch.size(x, 1) // unit
  if post:
    h = __torch__.vision.norm(torch.reshape(x, [b, n, -1]), w[0], w[1])
  else:
    h = torch.reshape(__torch__.vision.norm(x, w[0], w[1]), [b, n, -1])
  return torch.linear(torch.gelu(torch.linear(h, w[2], w[3])), w[4], w[5])

# patches [B, N, 1536] in merge-block order. Returns [embeds, deepstack 0, deepstack 1, ...], each [B, N/merge^2, hidden].
def encode(patches: Tensor, gh: int, gw: int, stem: List[Tensor], blocks: List[List[Tensor]], merger: List[Tensor], taps: List[List[Tensor]], tap_at: List[int], n: int, side: int, merge: int) -> List[Tensor]:
  x = torch.linear(torch.to(patches, stem[0].dtype), stem[0], stem[1])
  x = torch.add(x, torch.unsqueeze(__torch__.vision.positions(stem[2], side, gh, gw, merge), 0))
  table = __torch__.vision.rope(torch.size(x, 2) // n, gh, gw, merge, x)
  deep = annotate(List[Tensor], [])
  for i in range(torch.len(blocks)):
    x = __torch__.vision.block(x, blocks[i], table, n)
    for j in range(torch.len(taps)):
      if tap_at[j] == i:
        deep.append(__torch__.vision.merge(x, taps[j], merge * merge, True))
  return torch.add([__torch__.vision.merge(x, merger, merge * merge, False)], deep)
