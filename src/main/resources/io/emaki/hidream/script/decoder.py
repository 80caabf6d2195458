# The text decoder on a sequence split at <|tms_token|>: an AR part, causal among itself, and a gen part that
# attends to everything. Layer weights come as lists in the order of io.emaki.hidream.checkpoint.DecoderLayer:
#   0 input_layernorm  1 q  2 k  3 v  4 o  5 q_norm  6 k_norm  7 post_attention_layernorm  8 gate  9 up  10 down
#   11..17 scales of q k v o gate up down (1 unless the file carries float8 weight_scale)
# and LoRA lists as pairs A, B for q k v o gate up down.

# Interleaved mRoPE (Qwen3VLTextRotaryEmbedding): positions [3, L], axis [D/2] naming the axis of each frequency.
# Returns [2, L, D]: cosines, and sines with their first half negated.
def rope(positions: Tensor, axis: Tensor, inv_freq: Tensor) -> Tensor:
  per_freq = torch.t(torch.index_select(torch.to(positions, 6), 0, axis))
  freqs = torch.mul(per_freq, torch.unsqueeze(inv_freq, 0))
  cos = torch.cos(freqs)
  sin = torch.sin(freqs)
  return torch.stack([torch.cat([cos, cos], -1), torch.cat([torch.neg(sin), sin], -1)], 0)

def heads(x: Tensor, n: int) -> Tensor:
  return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), n, -1]), 1, 2)

def attend(q: Tensor, k: Tensor, v: Tensor, causal: bool) -> Tensor:
  repeat = torch.size(q, 1) // torch.size(k, 1)
  if repeat > 1:
    k = torch.repeat_interleave(k, repeat, 1)
    v = torch.repeat_interleave(v, repeat, 1)
  o = torch.scaled_dot_product_attention(q, k, v, None, 0., causal)
  o = torch.transpose(o, 1, 2)
  return torch.reshape(o, [torch.size(o, 0), torch.size(o, 1), -1])

def query(h: Tensor, w: List[Tensor], lora: List[Tensor], table: Tensor, n: int, eps: float) -> Tensor:
  q = __torch__.tensors.linear_lora(h, w[1], w[11], lora[0], lora[1])
  q = torch.transpose(__torch__.tensors.rms(torch.reshape(q, [torch.size(q, 0), torch.size(q, 1), n, -1]), w[5], eps), 1, 2)
  return __torch__.tensors.rotate(q, table[0], table[1])

def key(h: Tensor, w: List[Tensor], lora: List[Tensor], table: Tensor, n: int, eps: float) -> Tensor:
  k = __torch__.tensors.linear_lora(h, w[2], w[12], lora[2], lora[3])
  k = torch.transpose(__torch__.tensors.rms(torch.reshape(k, [torch.size(k, 0), torch.size(k, 1), n, -1]), w[6], eps), 1, 2)
  return __torch__.tensors.rotate(k, table[0], table[1])

def value(h: Tensor, w: List[Tensor], lora: List[Tensor], n: int) -> Tensor:
  return __torch__.decoder.heads(__torch__.tensors.linear_lora(h, w[3], w[13], lora[4], lora[5]), n)

# Attention output and SwiGLU MLP, each added to the residual stream x.
def finish(x: Tensor, o: Tensor, w: List[Tensor], lora: List[Tensor], eps: float) -> Tensor:
  x = torch.add(x, __torch__.tensors.linear_lora(o, w[4], w[14], lora[6], lora[7]))
  h = __torch__.tensors.rms(x, w[7], eps)
  g = torch.silu(__torch__.tensors.linear_lora(h, w[8], w[15], lora[8], lora[9]))
  u = __torch__.tensors.linear_lora(h, w[9], w[16], lora[10], lora[11])
  return torch.add(x, __torch__.tensors.linear_lora(torch.mul(g, u), w[10], w[17], lora[12], lora[13]))

# One layer over the AR part x [B, P, H]; returns [x', k, v] with rotated k and v [B, KV, P, D].
def ar_layer(x: Tensor, w: List[Tensor], lora: List[Tensor], table: Tensor, n: int, kv: int, eps: float) -> List[Tensor]:
  h = __torch__.tensors.rms(x, w[0], eps)
  q = __torch__.decoder.query(h, w, lora, table, n, eps)
  k = __torch__.decoder.key(h, w, lora, table, kv, eps)
  v = __torch__.decoder.value(h, w, lora, kv)
  return [__torch__.decoder.finish(x, __torch__.decoder.attend(q, k, v, True), w, lora, eps), k, v]

# One layer over the gen part x [B, G, H] that sees the AR part's k, v before its own. Where rows > 0 only the
# rows 1..rows (the target, after <|tms_token|>) are queried and returned.
def gen_layer(x: Tensor, w: List[Tensor], lora: List[Tensor], table: Tensor, ar_k: Tensor, ar_v: Tensor, rows: int, n: int, kv: int, eps: float) -> Tensor:
  h = __torch__.tensors.rms(x, w[0], eps)
  k = torch.cat([ar_k, __torch__.decoder.key(h, w, lora, table, kv, eps)], 2)
  v = torch.cat([ar_v, __torch__.decoder.value(h, w, lora, kv)], 2)
  if rows > 0:
    h = torch.narrow(h, 1, 1, rows)
    x = torch.narrow(x, 1, 1, rows)
    table = torch.narrow(table, 1, 1, rows)
  q = __torch__.decoder.query(h, w, lora, table, n, eps)
  return __torch__.decoder.finish(x, __torch__.decoder.attend(q, k, v, False), w, lora, eps)

# The AR part through all layers. Returns [hidden, k0, v0, k1, v1, ...]; this is what the prefix cache holds.
# deepstack[i] [B, V, H] is added after layer i at the positions visual [V].
def prefix(x: Tensor, layers: List[List[Tensor]], loras: List[List[Tensor]], table: Tensor, deepstack: List[Tensor], visual: Tensor, n: int, kv: int, eps: float) -> List[Tensor]:
  kept = annotate(List[Tensor], [])
  for i in range(torch.len(layers)):
    out = __torch__.decoder.ar_layer(x, layers[i], loras[i], table, n, kv, eps)
    x = out[0]
    kept.append(out[1])
    kept.append(out[2])
    if i < torch.len(deepstack):
      x = torch.index_add(x, 1, visual, torch.to(deepstack[i], x.dtype))
  return torch.add([x], kept)

# The gen part through all layers and the final norm, queries of the last layer for the target rows only when rows > 0.
def generate(x: Tensor, layers: List[List[Tensor]], loras: List[List[Tensor]], table: Tensor, kept: List[Tensor], norm: Tensor, rows: int, n: int, kv: int, eps: float) -> Tensor:
  count = torch.len(layers)
  for i in range(count):
    wanted = 0
    if i == count - 1:
      wanted = rows
    x = __torch__.decoder.gen_layer(x, layers[i], loras[i], table, kept[1 + 2 * i], kept[2 + 2 * i], wanted, n, kv, eps)
  return __torch__.tensors.rms(x, norm, eps)
