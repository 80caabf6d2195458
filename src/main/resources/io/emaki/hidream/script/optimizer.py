# Optimisers over one flat float32 vector of parameters, whose tensors lie at offsets with the given rows and columns.

# Scales grads in place so that their norm is at most limit; returns the norm before.
def clip(grads: Tensor, limit: float) -> Tensor:
  norm = torch.linalg_vector_norm(grads)
  scaled = torch.mul_(grads, torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 9.9999999999999995e-07)), limit), None, 1.))
  return norm

# Adam's direction (Kingma and Ba 2015): bias-corrected first moment over the root of the second. Updates m and v.
def adam(grads: Tensor, m: Tensor, v: Tensor, step: int, beta1: float, beta2: float, eps: float) -> Tensor:
  first = torch.lerp_(m, grads, 1. - beta1)
  second = torch.addcmul_(torch.mul_(v, beta2), grads, grads, value=1. - beta2)
  denominator = torch.add_(torch.div(torch.sqrt(v), (1. - beta2 ** step) ** 0.5), eps)
  return torch.div(torch.div(m, 1. - beta1 ** step), denominator)

# The step, with decoupled weight decay (Loshchilov and Hutter 2019).
def apply(master: Tensor, update: Tensor, lr: float, decay: float) -> Tensor:
  return torch.add_(torch.mul_(master, 1. - lr * decay), update, alpha=-lr)

# The nearest semi-orthogonal matrices to a stack [N, R, C] with R <= C, by five quintic Newton-Schulz steps
# (Jordan et al. 2024, Muon); singular values end between 0.7 and 1.2.
def orthogonal(stack: Tensor) -> Tensor:
  x = torch.to(torch.div(stack, torch.add(torch.linalg_vector_norm(stack, 2., [1, 2], True), 9.9999999999999995e-08)), 15)
  for i in range(5):
    a = torch.bmm(x, torch.transpose(x, 1, 2))
    b = torch.baddbmm(a, a, a, beta=-4.7750000000000004, alpha=2.0314999999999999)
    x = torch.baddbmm(x, b, x, beta=3.4445000000000001, alpha=1.)
  return torch.to(x, 6)

# Overwrites the update of all matrices of a group by their orthogonalised momentum, scaled to the root mean square of
# Adam's updates (0.2 * sqrt(longer side), Liu et al. 2025), so that both share one learning rate.
def muon(update: Tensor, momentum: Tensor, offsets: List[int], rows: List[int], cols: List[int], groups: List[int], count: int) -> int:
  done = 0
  for g in range(count):
    stack = annotate(List[Tensor], [])
    longer = 0
    for i in range(torch.len(offsets)):
      if groups[i] == g:
        t = torch.reshape(torch.narrow(momentum, 0, offsets[i], rows[i] * cols[i]), [rows[i], cols[i]])
        if rows[i] > cols[i]:
          t = torch.t(t)
        longer = torch.size(t, 1)
        stack.append(t)
    found = torch.mul(__torch__.optimizer.orthogonal(torch.stack(stack)), 0.20000000000000001 * float(longer) ** 0.5)
    at = 0
    for i in range(torch.len(offsets)):
      if groups[i] == g:
        t = found[at]
        if rows[i] > cols[i]:
          t = torch.t(t)
        placed = torch.copy_(torch.reshape(torch.narrow(update, 0, offsets[i], rows[i] * cols[i]), [rows[i], cols[i]]), t)
        at = at + 1
        done = done + 1
  return done

# Block-wise 8-bit numbers (Dettmers et al. 2021): x [blocks, size] as indices of the nearest value of codebook [256],
# times the block's largest magnitude. Writes codes [blocks, size] uint8 and scales [blocks, 1].
def quantise(x: Tensor, codebook: Tensor, codes: Tensor, scales: Tensor) -> Tensor:
  largest = torch.amax(torch.abs(x), [1], True)
  relative = torch.div(x, torch.clamp(largest, 9.9999999999999996e-39))
  middles = torch.mul(torch.add(torch.narrow(codebook, 0, 1, 255), torch.narrow(codebook, 0, 0, 255)), 0.5)
  found = torch.copy_(codes, torch.bucketize(relative, middles, out_int32=True))
  return torch.copy_(scales, largest)

def dequantise(codes: Tensor, scales: Tensor, codebook: Tensor) -> Tensor:
  values = torch.index_select(codebook, 0, torch.reshape(torch.to(codes, 3), [-1]))
  return torch.mul(torch.reshape(values, [torch.size(codes, 0), torch.size(codes, 1)]), scales)

# AdamW whose moments are kept in 8 bits, in pieces of some blocks so that only a piece is ever unpacked. The second
# moment is kept as its root, which needs half the range, and never rounds to 0. Padding lies past the vector's end.
def adamw8(master: Tensor, grads: Tensor, m: Tensor, m_scale: Tensor, v: Tensor, v_scale: Tensor, signed: Tensor, unsigned: Tensor, step: int, lr: float, beta1: float, beta2: float, eps: float, decay: float) -> int:
  total = torch.size(master, 0)
  size = torch.size(m, 1)
  blocks = torch.size(m, 0)
  piece = 2048
  least = unsigned[1]
  for i in range((blocks + piece - 1) // piece):
    first = i * piece
    count = min(piece, blocks - first)
    start = first * size
    length = min(count * size, total - start)
    g = torch.narrow(grads, 0, start, length)
    p = torch.narrow(master, 0, start, length)
    m_codes = torch.narrow(m, 0, first, count)
    m_scales = torch.narrow(m_scale, 0, first, count)
    v_codes = torch.narrow(v, 0, first, count)
    v_scales = torch.narrow(v_scale, 0, first, count)
    first_moment = torch.reshape(__torch__.optimizer.dequantise(m_codes, m_scales, signed), [-1])
    root = torch.reshape(__torch__.optimizer.dequantise(v_codes, v_scales, unsigned), [-1])
    mm = torch.narrow(first_moment, 0, 0, length)
    rr = torch.narrow(root, 0, 0, length)
    a = torch.lerp_(mm, g, 1. - beta1)
    b = torch.sqrt_(torch.addcmul_(torch.mul_(torch.mul_(rr, rr), beta2), g, g, value=1. - beta2))
    denominator = torch.add_(torch.div(rr, (1. - beta2 ** step) ** 0.5), eps)
    c = torch.addcdiv_(torch.mul_(p, 1. - lr * decay), mm, denominator, value=-(lr / (1. - beta1 ** step)))
    d = __torch__.optimizer.quantise(torch.reshape(first_moment, [count, size]), signed, m_codes, m_scales)
    grid = torch.reshape(root, [count, size])
    floor = torch.mul(torch.mul(torch.amax(grid, [1], True), least), torch.to(torch.gt(grid, 0.), 6))
    e = __torch__.optimizer.quantise(torch.maximum(grid, floor), unsigned, v_codes, v_scales)
  return blocks
