#include "views/render/space/gpu_fills.h"

#include "views/render/space/gpu_shades.h"
#include "views/render/words.h"

#include <Qt3DCore/QAspectEngine>
#include <Qt3DCore/QAttribute>
#include <Qt3DCore/QBuffer>
#include <Qt3DCore/QEntity>
#include <Qt3DCore/QGeometry>
#include <Qt3DRender/QBlendEquation>
#include <Qt3DRender/QBlendEquationArguments>
#include <Qt3DRender/QCamera>
#include <Qt3DRender/QCameraSelector>
#include <Qt3DRender/QClearBuffers>
#include <Qt3DRender/QCullFace>
#include <Qt3DRender/QDepthTest>
#include <Qt3DRender/QEffect>
#include <Qt3DRender/QGeometryRenderer>
#include <Qt3DRender/QGraphicsApiFilter>
#include <Qt3DRender/QMaterial>
#include <Qt3DRender/QParameter>
#include <Qt3DRender/QRenderAspect>
#include <Qt3DRender/QRenderCapture>
#include <Qt3DRender/QRenderPass>
#include <Qt3DRender/QRenderSettings>
#include <Qt3DRender/QRenderSurfaceSelector>
#include <Qt3DRender/QRenderTarget>
#include <Qt3DRender/QRenderTargetOutput>
#include <Qt3DRender/QRenderTargetSelector>
#include <Qt3DRender/QShaderProgram>
#include <Qt3DRender/QTechnique>
#include <Qt3DRender/QTexture>
#include <Qt3DRender/QViewport>
#include <QtGui/QGuiApplication>
#include <QtGui/QOffscreenSurface>
#include <QtGui/QOpenGLContext>
#include <QtGui/QOpenGLFunctions>

#include <algorithm>

namespace eigenboard::render::space {

using namespace Qt::StringLiterals;

namespace {

// Of OpenGL 2 and OpenGL ES 2 alike. A side that looks away from the eye has the colours of the underside,
// and what leaves the box through floor or ceiling is left out, as in DepthImage.
constexpr const char* vertexShader = R"(
attribute vec3 vertexPosition;
attribute vec2 vertexShade;
attribute vec3 vertexSides;
uniform mat4 toClip;
varying vec2 shade;
varying vec3 sides;
void main() {
  shade = vertexShade;
  sides = vertexSides;
  gl_Position = toClip * vec4(vertexPosition, 1.0);
}
)";

constexpr const char* fragmentShader = R"(
#ifdef GL_ES
precision highp float;
#endif
uniform sampler2D shades;
uniform float tableCount;
varying vec2 shade;
varying vec3 sides;
void main() {
  if (shade.x < -0.0001 || shade.x > 1.0001)
    discard;
  float table = floor((gl_FrontFacing ? sides.x : sides.y) + 0.5);
  float column = floor(clamp(shade.x, 0.0, 1.0) * 255.0 + 0.5);
  float row = floor(clamp(shade.y, 0.0, 1.0) * 63.0 + 0.5) + 64.0 * table;
  vec3 color = texture2D(shades, vec2((column + 0.5) / 256.0, (row + 0.5) / (64.0 * tableCount))).rgb;
  gl_FragColor = vec4(color * sides.z, sides.z);
}
)";

template <typename Item>
QByteArray bytesOf(const std::vector<Item>& items) {
  return {reinterpret_cast<const char*>(items.data()), static_cast<qsizetype>(items.size() * sizeof(Item))};
}

} // namespace

/// The objects of Qt 3D; each has its parent, and all end with the root.
struct GpuFills::Private {
  std::unique_ptr<QOffscreenSurface> surface;
  std::unique_ptr<Qt3DCore::QAspectEngine> engine;
  Qt3DRender::QRenderSurfaceSelector* target = nullptr;
  Qt3DRender::QTexture2D* color = nullptr;
  Qt3DRender::QTexture2D* depth = nullptr;
  Qt3DRender::QRenderCapture* capture = nullptr;
  Qt3DRender::QGeometryRenderer* renderer = nullptr;
  Qt3DCore::QBuffer* vertices = nullptr;
  Qt3DCore::QBuffer* indices = nullptr;
  std::vector<Qt3DCore::QAttribute*> attributes;
  Qt3DCore::QAttribute* index = nullptr;
  Qt3DRender::QParameter* toClip = nullptr;
  Qt3DRender::QParameter* tableCount = nullptr;
  ShadeTexture* shades = nullptr;
  QSize size;

  Qt3DRender::QFrameGraphNode* buildFrameGraph(Qt3DCore::QNode* parent);
  Qt3DCore::QGeometry* buildGeometry(Qt3DCore::QNode* parent);
  Qt3DRender::QMaterial* buildMaterial(Qt3DCore::QNode* parent);
  void build();
  QImage captured();
};

Qt3DRender::QFrameGraphNode* GpuFills::Private::buildFrameGraph(Qt3DCore::QNode* parent) {
  using namespace Qt3DRender;
  target = new QRenderSurfaceSelector(parent);
  target->setSurface(surface.get());
  auto* selector = new QRenderTargetSelector(target);
  auto* buffers = new QRenderTarget(selector);
  const auto attach = [buffers](QRenderTargetOutput::AttachmentPoint point,
                                QAbstractTexture::TextureFormat format) {
    auto* output = new QRenderTargetOutput(buffers);
    output->setAttachmentPoint(point);
    auto* texture = new QTexture2D(output);
    texture->setFormat(format);
    output->setTexture(texture);
    buffers->addOutput(output);
    return texture;
  };
  color = attach(QRenderTargetOutput::Color0, QAbstractTexture::RGBA8_UNorm);
  depth = attach(QRenderTargetOutput::Depth, QAbstractTexture::D24);
  selector->setTarget(buffers);
  auto* cameraSelector = new QCameraSelector(new QViewport(selector));
  cameraSelector->setCamera(new QCamera(parent)); // Qt 3D asks for one; the matrix does the work
  auto* clear = new QClearBuffers(cameraSelector);
  clear->setBuffers(QClearBuffers::ColorDepthBuffer);
  clear->setClearColor(Qt::transparent);
  capture = new QRenderCapture(clear);
  return target;
}

Qt3DCore::QGeometry* GpuFills::Private::buildGeometry(Qt3DCore::QNode* parent) {
  using Qt3DCore::QAttribute;
  constexpr uint stride = sizeof(GpuTriangles::Vertex);
  constexpr uint width = sizeof(float);
  auto* geometry = new Qt3DCore::QGeometry(parent);
  vertices = new Qt3DCore::QBuffer(geometry);
  indices = new Qt3DCore::QBuffer(geometry);
  const auto add = [&](const QString& name, uint count, uint first) {
    attributes.push_back(
        new QAttribute(vertices, name, QAttribute::Float, count, 0, first * width, stride, geometry));
    geometry->addAttribute(attributes.back());
  };
  add(QAttribute::defaultPositionAttributeName(), 3, 0);
  add(u"vertexShade"_s, 2, 3);
  add(u"vertexSides"_s, 3, 5);
  index = new QAttribute(geometry);
  index->setAttributeType(QAttribute::IndexAttribute);
  index->setVertexBaseType(QAttribute::UnsignedInt);
  index->setBuffer(indices);
  geometry->addAttribute(index);
  return geometry;
}

Qt3DRender::QMaterial* GpuFills::Private::buildMaterial(Qt3DCore::QNode* parent) {
  using namespace Qt3DRender;
  auto* material = new QMaterial(parent);
  auto* effect = new QEffect(material);
  const auto addTechnique = [effect](QGraphicsApiFilter::Api api) {
    auto* technique = new QTechnique(effect);
    technique->graphicsApiFilter()->setApi(api);
    technique->graphicsApiFilter()->setMajorVersion(2);
    technique->graphicsApiFilter()->setMinorVersion(0);
    technique->graphicsApiFilter()->setProfile(QGraphicsApiFilter::NoProfile);
    auto* pass = new QRenderPass(technique);
    auto* program = new QShaderProgram(pass);
    program->setVertexShaderCode(vertexShader);
    program->setFragmentShaderCode(fragmentShader);
    pass->setShaderProgram(program);
    auto* depthTest = new QDepthTest(pass);
    depthTest->setDepthFunction(QDepthTest::Less);
    auto* cull = new QCullFace(pass);
    cull->setMode(QCullFace::NoCulling);
    auto* equation = new QBlendEquation(pass);
    equation->setBlendFunction(QBlendEquation::Add);
    auto* blend = new QBlendEquationArguments(pass);
    blend->setSourceRgba(QBlendEquationArguments::One);
    blend->setDestinationRgba(QBlendEquationArguments::OneMinusSourceAlpha);
    for (QRenderState* state : std::initializer_list<QRenderState*>{depthTest, cull, equation, blend})
      pass->addRenderState(state);
    technique->addRenderPass(pass);
    effect->addTechnique(technique);
  };
  addTechnique(QGraphicsApiFilter::OpenGL);
  addTechnique(QGraphicsApiFilter::OpenGLES);
  material->setEffect(effect);
  auto* texture = new QTexture2D(material);
  texture->setMinificationFilter(QAbstractTexture::Nearest);
  texture->setMagnificationFilter(QAbstractTexture::Nearest);
  texture->setGenerateMipMaps(false);
  shades = new ShadeTexture;
  texture->addTextureImage(shades);
  toClip = new QParameter(u"toClip"_s, QVariant::fromValue(QMatrix4x4()), material);
  tableCount = new QParameter(u"tableCount"_s, 1.0F, material);
  for (QParameter* parameter : {toClip, tableCount, new QParameter(u"shades"_s, texture, material)})
    material->addParameter(parameter);
  return material;
}

void GpuFills::Private::build() {
  engine = std::make_unique<Qt3DCore::QAspectEngine>();
  engine->setRunMode(
      Qt3DCore::QAspectEngine::Manual); // a picture is made when it is asked for, and waited for
  engine->registerAspect(new Qt3DRender::QRenderAspect(Qt3DRender::QRenderAspect::Automatic));
  auto* root = new Qt3DCore::QEntity;
  auto* settings = new Qt3DRender::QRenderSettings(root);
  settings->setRenderPolicy(Qt3DRender::QRenderSettings::OnDemand);
  settings->setActiveFrameGraph(buildFrameGraph(root));
  root->addComponent(settings);
  auto* fills = new Qt3DCore::QEntity(root);
  renderer = new Qt3DRender::QGeometryRenderer(fills);
  renderer->setGeometry(buildGeometry(renderer));
  renderer->setPrimitiveType(Qt3DRender::QGeometryRenderer::Triangles);
  renderer->setMinPoint(
      {-2, -2, -2}); // nothing is culled, so the extent need not be computed from the vertices
  renderer->setMaxPoint({2, 2, 2});
  fills->addComponent(renderer);
  fills->addComponent(buildMaterial(fills));
  engine->setRootEntity(Qt3DCore::QEntityPtr(root));
}

QImage GpuFills::Private::captured() {
  constexpr int mostRounds = 8; // two are usual: one that draws, one that brings the reply
  const std::unique_ptr<Qt3DRender::QRenderCaptureReply> reply(capture->requestCapture());
  for (int round = 0; round < mostRounds && !reply->isComplete(); ++round)
    engine->processFrame();
  return reply->isComplete() ? reply->image() : QImage();
}

GpuFills::GpuFills(std::unique_ptr<Private> parts) : d(std::move(parts)) {}

GpuFills::~GpuFills() {
  d->engine->setRootEntity({});
}

GpuFills::Made GpuFills::make() {
  Made made;
  if (const QString platform = QGuiApplication::platformName();
      platform == u"offscreen" || platform == u"minimal") {
    made.renderer = tr("there is no display"); // Qt 3D would end the program there
    return made;
  }
  auto parts = std::make_unique<Private>();
  parts->surface = std::make_unique<QOffscreenSurface>();
  parts->surface->create();
  QOpenGLContext context;
  if (!parts->surface->isValid() || !context.create() || !context.makeCurrent(parts->surface.get())) {
    made.renderer = tr("OpenGL does not work on this display");
    return made;
  }
  const GLubyte* name = context.functions()->glGetString(GL_RENDERER);
  made.renderer = QString::fromLatin1(reinterpret_cast<const char*>(name));
  for (const QString& word : {u"llvmpipe"_s, u"softpipe"_s, u"swrast"_s, u"software"_s})
    made.isSoftware = made.isSoftware || made.renderer.contains(word, Qt::CaseInsensitive);
  context.doneCurrent();
  // The other renderer of Qt 6.4, RHI, captures upside down. Who has chosen one has reasons.
  if (!qEnvironmentVariableIsSet("QT3D_RENDERER"))
    qputenv("QT3D_RENDERER", "opengl");
  parts->build();
  made.fills.reset(new GpuFills(std::move(parts)));
  return made;
}

QImage GpuFills::image(const GpuTriangles& triangles, const QMatrix4x4& toClip, QSize pixels, int samples) {
  const QSize size = pixels * samples;
  const bool isNewSize = size != d->size;
  if (isNewSize) {
    d->size = size;
    d->target->setExternalRenderTargetSize(size);
    for (Qt3DRender::QTexture2D* texture : {d->color, d->depth})
      texture->setSize(size.width(), size.height());
  }
  const QByteArray vertices = bytesOf(triangles.vertices());
  if (vertices != d->vertices->data())
    d->vertices->setData(vertices);
  const QByteArray indices = bytesOf(triangles.indices());
  if (indices != d->indices->data())
    d->indices->setData(indices);
  for (Qt3DCore::QAttribute* attribute : d->attributes)
    attribute->setCount(static_cast<uint>(triangles.vertices().size()));
  d->index->setCount(static_cast<uint>(triangles.indices().size()));
  d->renderer->setVertexCount(static_cast<int>(triangles.indices().size()));
  d->renderer->setEnabled(!triangles.indices().empty());
  d->toClip->setValue(QVariant::fromValue(toClip));
  d->tableCount->setValue(static_cast<float>(std::max<std::size_t>(1, triangles.tables().size())));
  d->shades->setTables(triangles.tables());
  QImage picture = d->captured();
  if (isNewSize) // the first frame after a change may still be of the old buffers
    picture = d->captured();
  if (picture.size() != size)
    return {};
  return samples == 1 ? picture : picture.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace eigenboard::render::space
