# Training steps over one flat float32 vector of LoRA factors: for every decoder layer A [rank, in] and B [out, rank] of
# q k v o gate up down. The model's own weights are constants of the forward, which is the engine's.
class Adapters(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def characters(self: __torch__.Adapters) -> List[int]:
    return annotate(List[int], [])
  def add_character(self: __torch__.Adapters, list: List[int], value: int) -> int:
    list.append(value)
    return value
  def text(self: __torch__.Adapters, list: List[int]) -> str:
    s = ""
    for value in list:
      s = s + chr(value)
    return s
  def zeros(self: __torch__.Adapters, numel: int, device: str) -> Tensor:
    return torch.zeros([numel], dtype=6, layout=None, device=torch.device(device))
  def number(self: __torch__.Adapters, t: Tensor) -> float:
    return float(torch.item(t))
  # The vector's tensors A, B, A, B, ... as leaves that record gradients where asked for.
  def leaves(self: __torch__.Adapters, flat: Tensor, rank: int, outs: List[int], ins: List[int], record: int) -> List[Tensor]:
    made = annotate(List[Tensor], [])
    at = 0
    for i in range(torch.len(outs)):
      a = torch.reshape(torch.narrow(flat, 0, at, rank * ins[i]), [rank, ins[i]])
      at = at + rank * ins[i]
      b = torch.reshape(torch.narrow(flat, 0, at, outs[i] * rank), [outs[i], rank])
      at = at + outs[i] * rank
      made.append(torch.requires_grad_(torch.detach(a), record != 0))
      made.append(torch.requires_grad_(torch.detach(b), record != 0))
    return made
  # The decoder's list of factors for each layer; the scale goes into A, as where an adapter is loaded.
  def attach(self: __torch__.Adapters, leaves: List[Tensor], scale: float, dtype: int) -> List[List[Tensor]]:
    layers = annotate(List[List[Tensor]], [])
    for i in range(torch.len(leaves) // 14):
      layer = annotate(List[Tensor], [])
      for j in range(7):
        layer.append(torch.to(torch.mul(leaves[i * 14 + j * 2], scale), dtype))
        layer.append(torch.to(leaves[i * 14 + j * 2 + 1], dtype))
      layers.append(layer)
    return layers
  # Loss of pictures given as bytes [B * h * w * 3] with captions ids [B, P]; noise and times are drawn from the seed.
  def error(self: __torch__.Adapters, loras: List[List[Tensor]], dtype: int, ends: List[Tensor], layers: List[List[Tensor]], pictures: Tensor, h: int, w: int, ids: Tensor, visual: Tensor, ar_table: Tensor, gen_table: Tensor, n: int, kv: int, eps: float, noise_scale: float, mean: float, sigma: float, floor: float, boxes: Tensor, focus: float, seed: int) -> Tensor:
    b = torch.size(ids, 0)
    pixels = torch.permute(torch.to(torch.reshape(pictures, [b, h, w, 3]), 6), [0, 3, 1, 2])
    x0 = __torch__.diffusion.patchify(torch.div(torch.sub(pixels, 127.5), 127.5))
    generator = torch.manual_seed(seed)
    t = __torch__.flow.times(b, mean, sigma, x0)
    s = __torch__.flow.noise_share(t)
    z = __torch__.flow.noisy(x0, s, noise_scale)
    nothing = torch.zeros([0], dtype=6, layout=None, device=x0.device)
    x = __torch__.prediction.decode(ends, layers, loras, ids, nothing, visual, annotate(List[Tensor], []), torch.to(ar_table, dtype), torch.to(gen_table, dtype), z, nothing, t, n, kv, eps)
    if torch.numel(boxes) > 0:
      loss = __torch__.flow.weighted_loss(x, x0, s, floor, __torch__.flow.focus(boxes, h, w, focus))
    else:
      loss = __torch__.flow.loss(x, x0, s, floor)
    return loss
  # The loss without gradients.
  def evaluate(self: __torch__.Adapters, master: Tensor, rank: int, scale: float, outs: List[int], ins: List[int], dtype: int, ends: List[Tensor], layers: List[List[Tensor]], pictures: Tensor, h: int, w: int, ids: Tensor, visual: Tensor, ar_table: Tensor, gen_table: Tensor, n: int, kv: int, eps: float, noise_scale: float, mean: float, sigma: float, floor: float, boxes: Tensor, focus: float, seed: int) -> float:
    loras = self.attach(self.leaves(master, rank, outs, ins, 0), scale, dtype)
    loss = self.error(loras, dtype, ends, layers, pictures, h, w, ids, visual, ar_table, gen_table, n, kv, eps, noise_scale, mean, sigma, floor, boxes, focus, seed)
    return float(torch.item(loss))
  # Adds the gradient of the loss, times weight, to grads, and returns the loss.
  def accumulate(self: __torch__.Adapters, master: Tensor, grads: Tensor, weight: float, rank: int, scale: float, outs: List[int], ins: List[int], dtype: int, ends: List[Tensor], layers: List[List[Tensor]], pictures: Tensor, h: int, w: int, ids: Tensor, visual: Tensor, ar_table: Tensor, gen_table: Tensor, n: int, kv: int, eps: float, noise_scale: float, mean: float, sigma: float, floor: float, boxes: Tensor, focus: float, seed: int) -> float:
    p = self.leaves(master, rank, outs, ins, 1)
    loras = self.attach(p, scale, dtype)
    loss = self.error(loras, dtype, ends, layers, pictures, h, w, ids, visual, ar_table, gen_table, n, kv, eps, noise_scale, mean, sigma, floor, boxes, focus, seed)
    found = torch.autograd.grad([torch.mul(loss, weight)], p, None, None, False, False)
    flat = annotate(List[Tensor], [])
    for i in range(torch.len(p)):
      g = found[i]
      if g is not None:
        flat.append(torch.reshape(g, [-1]))
    added = torch.add_(grads, torch.cat(flat))
    return float(torch.item(loss))
  # AdamW with the gradient's norm clipped, then the moving average; clears grads and returns the norm before clipping.
  def adamw(self: __torch__.Adapters, master: Tensor, grads: Tensor, m: Tensor, v: Tensor, average: Tensor, step: int, lr: float, beta1: float, beta2: float, eps: float, decay: float, clip: float, average_decay: float) -> float:
    norm = __torch__.optimizer.clip(grads, clip)
    stepped = __torch__.optimizer.apply(master, __torch__.optimizer.adam(grads, m, v, step, beta1, beta2, eps), lr, decay)
    moved = torch.lerp_(average, master, 1. - average_decay)
    cleared = torch.zero_(grads)
    return float(torch.item(norm))
