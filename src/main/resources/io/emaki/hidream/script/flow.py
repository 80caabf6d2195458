# Flow matching as sampling defines it: x_t = (1 - s) * x0 + s * noise_scale * eps, and the model predicts x0.

# 1 - s of a batch [B], float32: sigmoid(sigma * N(0, 1) + mean) (logit-normal, Esser et al. 2024).
def times(b: int, mean: float, sigma: float, like: Tensor) -> Tensor:
  return torch.sigmoid(torch.add(torch.mul(torch.randn([b], dtype=6, layout=None, device=like.device), sigma), mean))

# s as a factor for patches, [B, 1, 1].
def noise_share(t: Tensor) -> Tensor:
  return torch.reshape(torch.rsub(t, 1.), [torch.size(t, 0), 1, 1])

def noisy(x0: Tensor, s: Tensor, noise_scale: float) -> Tensor:
  return torch.add(torch.mul(x0, torch.rsub(s, 1.)), torch.mul(torch.mul(torch.randn_like(x0), s), noise_scale))

# Weights of patches [B, T, 3072] of pictures with the given sides: 1, and `weight` inside the boxes [B, 4] (left, top,
# right, bottom; pixels).
def focus(boxes: Tensor, height: int, width: int, weight: float) -> Tensor:
  b = torch.size(boxes, 0)
  xs = torch.arange(width, dtype=4, layout=None, device=boxes.device)
  ys = torch.arange(height, dtype=4, layout=None, device=boxes.device)
  inside_x = torch.logical_and(torch.ge(xs, torch.narrow(boxes, 1, 0, 1)), torch.lt(xs, torch.narrow(boxes, 1, 2, 1)))
  inside_y = torch.logical_and(torch.ge(ys, torch.narrow(boxes, 1, 1, 1)), torch.lt(ys, torch.narrow(boxes, 1, 3, 1)))
  inside = torch.mul(torch.reshape(torch.to(inside_y, 6), [b, 1, height, 1]), torch.reshape(torch.to(inside_x, 6), [b, 1, 1, width]))
  return __torch__.diffusion.patchify(torch.add(torch.mul(torch.repeat_interleave(inside, 3, 1), weight - 1.), 1.))

# The velocity's mean squared error, mean(((prediction - x0) / max(s, floor))^2).
def loss(prediction: Tensor, x0: Tensor, s: Tensor, floor: float) -> Tensor:
  error = torch.div(torch.sub(prediction, x0), torch.clamp(s, floor))
  return torch.mean(torch.mul(error, error))

# The same with a weight for every value.
def weighted_loss(prediction: Tensor, x0: Tensor, s: Tensor, floor: float, weights: Tensor) -> Tensor:
  error = torch.div(torch.sub(prediction, x0), torch.clamp(s, floor))
  return torch.mean(torch.mul(torch.mul(error, error), weights))
