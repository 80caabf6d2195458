# Gradient checkpointing (Chen et al. 2016): the decoder's layers run once without records, keeping only what enters each
# of them; backwards each layer runs again with records. Memory is that of one layer, time about a third more.

# Layer i over both parts: [AR part, gen part].
def layer(x: Tensor, g: Tensor, w: List[Tensor], lora: List[Tensor], ar_table: Tensor, gen_table: Tensor, deep: List[Tensor], i: int, visual: Tensor, rows: int, n: int, kv: int, eps: float) -> List[Tensor]:
  out = __torch__.decoder.ar_layer(x, w, lora, ar_table, n, kv, eps)
  y = out[0]
  if i < torch.len(deep):
    y = torch.index_add(y, 1, visual, torch.to(deep[i], y.dtype))
  return [y, __torch__.decoder.gen_layer(g, w, lora, gen_table, out[1], out[2], rows, n, kv, eps)]

def leaf(t: Tensor) -> Tensor:
  return torch.requires_grad_(torch.detach(t), True)

def constants(list: List[Tensor]) -> List[Tensor]:
  made = annotate(List[Tensor], [])
  for t in list:
    made.append(torch.detach(t))
  return made

# The weighted loss and the gradients of p, whose decoder layers begin at number `first`; None where p has no part in it.
def gradients(p: List[Tensor], first: int, count: int, front: List[Tensor], loras: List[List[Tensor]], visual: Tensor, ar_table: Tensor, gen_table: Tensor, x0: Tensor, s: Tensor, floor: float, weights: Tensor, n: int, kv: int, eps: float) -> Tuple[Tensor, List[Optional[Tensor]]]:
  ends = __torch__.prediction.part(p, 0, 11)
  deep = __torch__.recompute.constants(__torch__.prediction.part(front, 2, torch.len(front) - 2))
  fixed = __torch__.prediction.decoder_layers(__torch__.recompute.constants(p), first, count)
  recorded = __torch__.prediction.decoder_layers(p, first, count)
  targets = torch.size(x0, 1)
  x = torch.detach(front[0])
  g = torch.detach(front[1])
  xs = annotate(List[Tensor], [])
  gs = annotate(List[Tensor], [])
  for i in range(count):
    xs.append(x)
    gs.append(g)
    rows = 0
    if i == count - 1:
      rows = targets
    out = __torch__.recompute.layer(x, g, fixed[i], loras[i], ar_table, gen_table, deep, i, visual, rows, n, kv, eps)
    x = out[0]
    g = out[1]
  last = __torch__.recompute.leaf(g)
  prediction = __torch__.diffusion.head(ends, __torch__.tensors.rms(last, ends[10], eps))
  loss = __torch__.flow.weighted_loss(prediction, x0, s, floor, weights)
  head = torch.autograd.grad([loss], [last, ends[7], ends[8], ends[10]])
  found = annotate(List[Optional[Tensor]], [])
  for i in range(torch.len(p)):
    found.append(None)
  found[7] = head[1]
  found[8] = head[2]
  found[10] = head[3]
  gx = annotate(Optional[Tensor], None)
  gg = annotate(Optional[Tensor], head[0])
  deep_grads = annotate(List[Optional[Tensor]], [])
  for i in range(torch.len(deep)):
    deep_grads.append(None)
  for back in range(count):
    i = count - 1 - back
    rows = 0
    if i == count - 1:
      rows = targets
    xi = __torch__.recompute.leaf(xs[i])
    gi = __torch__.recompute.leaf(gs[i])
    features = annotate(List[Tensor], [])
    for t in deep:
      features.append(__torch__.recompute.leaf(t))
    out = __torch__.recompute.layer(xi, gi, recorded[i], loras[i], ar_table, gen_table, features, i, visual, rows, n, kv, eps)
    inputs = torch.add([xi, gi], __torch__.prediction.part(p, first + i * 11, 11))
    if i < torch.len(features):
      inputs.append(features[i])
    if gx is None:
      parts = torch.autograd.grad([out[1]], inputs, annotate(List[Optional[Tensor]], [gg]), None, False, True)
    else:
      parts = torch.autograd.grad([out[0], out[1]], inputs, annotate(List[Optional[Tensor]], [gx, gg]), None, False, True)
    gx = parts[0]
    gg = parts[1]
    for j in range(11):
      found[first + i * 11 + j] = parts[2 + j]
    if i < torch.len(features):
      deep_grads[i] = parts[13]
  outputs = [front[0], front[1]]
  given = annotate(List[Optional[Tensor]], [gx, gg])
  for i in range(torch.len(deep)):
    outputs.append(front[2 + i])
    given.append(deep_grads[i])
  inputs = __torch__.prediction.part(p, 0, first)
  rest = torch.autograd.grad(outputs, inputs, given, None, False, True)
  for i in range(first):
    part = rest[i]
    if part is not None:
      found[i] = part
  return (loss, found)
